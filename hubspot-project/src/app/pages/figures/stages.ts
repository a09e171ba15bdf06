import type { Estimate, StageFigures } from '@deal-stage-insights/shared';

/** What became of visits, as a manager tells it apart: `left` is another pipeline, a merge or a deletion. */
const OUTCOMES = ['went-on', 'back', 'lost', 'left', 'still-there'] as const;
type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_OF_EXIT = {
  advanced: 'went-on',
  skipped: 'went-on',
  won: 'went-on',
  back: 'back',
  lost: 'lost',
  moved: 'left',
  merged: 'left',
  deleted: 'left',
} as const satisfies Record<StageFigures['exits'][number]['kind'], Outcome>;

/** The stages in which deals live; closed ones have neither a time nor a way on. */
export function liveStages(stages: readonly StageFigures[]): readonly StageFigures[] {
  return stages.filter(({ stage }) => stage.role === 'open' || stage.role === 'parked');
}

/** Visits of a stage by what became of them; they sum to its visits. */
export function outcomeCounts({ exits, open }: StageFigures): Readonly<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = { 'went-on': 0, back: 0, lost: 0, left: 0, 'still-there': open };
  for (const { kind, count } of exits) counts[OUTCOME_OF_EXIT[kind]] += count;
  return counts;
}

export interface OutcomeBar {
  readonly stage: string;
  readonly outcome: Outcome;
  /** Of the visits of the stage, in percent with one decimal. */
  readonly percent: number;
}

/** One part of a bar for each stage and outcome; the parts of a stage sum to 100. Stages without a visit have no bar. */
export function outcomeBars(stages: readonly StageFigures[]): readonly OutcomeBar[] {
  return stages.flatMap((figures) => {
    const counts = outcomeCounts(figures);
    const all = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
    if (all === 0) return [];
    return OUTCOMES.map((outcome) => ({
      stage: figures.stage.label,
      outcome,
      percent: Math.round((counts[outcome] / all) * 1_000) / 10,
    }));
  });
}

export interface DwellBar {
  readonly stage: string;
  readonly quantile: 'half' | 'eight-of-ten';
  readonly days: number;
}

/** Bars for the quantiles that are known: what is not known, or lies beyond the data, has none. */
export function dwellBars(stages: readonly StageFigures[]): readonly DwellBar[] {
  return stages.flatMap(({ stage, dwellDaysMedian, dwellDaysP80 }) =>
    [['half', dwellDaysMedian] as const, ['eight-of-ten', dwellDaysP80] as const].flatMap(([quantile, figure]) =>
      figure.kind === 'estimate' ? [{ stage: stage.label, quantile, days: Math.round(figure.value * 10) / 10 }] : [],
    ),
  );
}

interface Extreme {
  readonly label: string;
  readonly value: number;
}

/** The stage with the longest median stay; null where none is known. Parked stages are meant to be long. */
export function slowestStage(stages: readonly StageFigures[]): Extreme | null {
  return highest(stages, ({ stage, dwellDaysMedian }) =>
    stage.role === 'open' && dwellDaysMedian.kind === 'estimate' && dwellDaysMedian.from === 'stage'
      ? dwellDaysMedian.value
      : null,
  );
}

/** The stage that loses the largest share of its visits; null where none is known. */
export function leakiestStage(stages: readonly StageFigures[]): Extreme | null {
  return highest(stages, ({ lossShare }) => (lossShare.kind === 'estimate' ? lossShare.value : null));
}

function highest(stages: readonly StageFigures[], valueOf: (stage: StageFigures) => number | null): Extreme | null {
  return stages.reduce<Extreme | null>((best, figures) => {
    const value = valueOf(figures);
    if (value === null || (best !== null && best.value >= value)) return best;
    return { label: figures.stage.label, value };
  }, null);
}

/** The typed probability against the interval of the measured one; null where one of the two is missing. */
export function typedVerdict(typed: number | null, measured: Estimate): 'fits' | 'too-high' | 'too-low' | null {
  if (typed === null || measured.kind === 'insufficient') return null;
  if (typed < measured.low) return 'too-low';
  return measured.high !== null && typed > measured.high ? 'too-high' : 'fits';
}

/** The stages that clog: clearly slower, or losing clearly more, than in the period before. */
export const bottlenecks = (stages: readonly StageFigures[]): readonly StageFigures[] =>
  stages.filter(({ bottleneck }) => bottleneck.reason !== null);
