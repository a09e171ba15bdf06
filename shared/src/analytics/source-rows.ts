import { compareText, sorted } from '../history/order.ts';
import type { KnownVisits } from './known-visits.ts';
import { isWithin } from './period.ts';
import type { ReportQuestion } from './report-question.ts';

const SOURCE_FACT = 'hs_analytics_source';
const SOURCES = 20;

/** A row of the sources report; `row` names it in cells. */
interface SourceRow {
  readonly source: string | null;
  /** The sources beyond the last row of their own, taken together. */
  readonly isOthers: boolean;
  readonly row: string;
}

/** The rows, by visits of live stages that ended in the period, the most first; and the place of a deal's row. */
export function sourceRows({ calendar, table: { facts } }: ReportQuestion, { table, ...known }: KnownVisits) {
  const column = facts.get(SOURCE_FACT);
  const counts = new Map<string | null, number>();
  const sourceOf = (deal: number): string | null => column?.[deal] ?? null;
  for (let row = 0; row < table.length; row += 1) {
    if (known.stageOf(row) < 0 || !known.isKnown(row) || !isWithin(calendar.period, known.endOf(row))) continue;
    const source = sourceOf(table.deal[row] ?? 0);
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const ordered = sorted(counts, ([a, n], [b, m]) => m - n || compareText(a ?? '', b ?? '')).map(([source]) => source);
  const shown = ordered.length > SOURCES ? ordered.slice(0, SOURCES - 1) : ordered;
  const sources: SourceRow[] = shown.map((source) => ({ source, isOthers: false, row: source ?? '' }));
  if (shown.length < ordered.length) sources.push({ source: null, isOthers: true, row: '*' });
  const places = new Map(ordered.map((source, place) => [source, Math.min(place, sources.length - 1)]));
  return { sources, ofDeal: (deal: number): number => places.get(sourceOf(deal)) ?? sources.length };
}
