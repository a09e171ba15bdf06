import type { OverviewChange, OverviewFigure, OverviewReport, RecordFigure } from '@deal-stage-insights/shared';
import { ratioOf } from './velocity.ts';

/** What is compared with the period before: figures of the deals, and of their records. */
export type AnyFigure = OverviewFigure | RecordFigure;

/** All that a report compares; older ones tell nothing of records. */
export const allFigures = ({ figures, recordFigures }: OverviewReport): readonly AnyFigure[] => [
  ...figures,
  ...(recordFigures ?? []),
];

export type ChangeTone = 'success' | 'warning' | 'info' | 'default';

/** Whether a clear change is good news. Where it depends, it is only news. */
export function changeTone({ change, better }: Pick<OverviewFigure, 'change' | 'better'>): ChangeTone {
  if (change.verdict !== 'up' && change.verdict !== 'down') return 'default';
  if (better === 'neither') return 'info';
  return change.verdict === better ? 'success' : 'warning';
}

/** The figures that clearly changed, and how many could be compared at all. */
export function clearChanges<Figure extends Pick<AnyFigure, 'change'>>(figures: readonly Figure[]) {
  const of = (verdict: OverviewChange['verdict']) => figures.filter(({ change }) => change.verdict === verdict);
  return { up: of('up'), down: of('down'), compared: figures.length - of('insufficient').length };
}

interface ShownChange {
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A change as it is shown; null where it is not known. The velocity's is a logarithm of a ratio, and shown as a relative change. */
export function shownChange({ unit, change }: Pick<AnyFigure, 'unit' | 'change'>): ShownChange | null {
  const { difference, low, high } = change;
  if (difference === null) return null;
  if (unit !== 'money-a-day') return { difference, low, high };
  const ratio = (limit: number | null) => (limit === null ? null : ratioOf(limit));
  return { difference: ratioOf(difference), low: ratio(low), high: ratio(high) };
}

export interface DealBar {
  readonly figure: OverviewFigure['figure'];
  readonly when: 'before' | 'now';
  readonly deals: number;
}

/** The figures that count deals, before and now: they share an axis. */
export function dealBars(figures: readonly OverviewFigure[]): readonly DealBar[] {
  return figures.flatMap(({ figure, unit, before, now }): readonly DealBar[] => {
    if (unit !== 'deals' || before.kind !== 'counted' || now.kind !== 'counted') return [];
    return [
      { figure, when: 'before', deals: before.value },
      { figure, when: 'now', deals: now.value },
    ];
  });
}
