import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { keptWith } from '../history/kept-with.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import { type DwellChange, dwellChange } from './dwell-change.ts';
import { type KnownVisits, knownVisits } from './known-visits.ts';
import { type LossChange, lossChange } from './loss-change.ts';
import type { Period } from './period.ts';
import { timeShares } from './time-shares.ts';
import { windowCurve, windowSamples } from './window-sample.ts';

export interface BottleneckQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  readonly period: Period;
  /** The one to compare with. */
  readonly previous: Period;
  readonly asOf: EpochMs;
}

export type DwellVerdict = 'slower' | 'faster' | 'no-clear-change' | 'insufficient';
export type LossVerdict = 'more' | 'fewer' | 'no-clear-change' | 'insufficient';

export interface StageBottleneck {
  readonly stageId: string;
  /** Of all time that deals spent in the period, the share spent here. */
  readonly timeShare: Estimate;
  readonly dwell: DwellChange & { readonly verdict: DwellVerdict; readonly adjustedPValue: number | null };
  readonly losses: LossChange & { readonly verdict: LossVerdict; readonly adjustedPValue: number | null };
  /** Why the stage is called a bottleneck; null: it is not. */
  readonly reason: 'slower' | 'more-losses' | 'slower-and-more-losses' | null;
}

export interface Bottlenecks {
  /** Dwell counts up to this many days, everywhere. */
  readonly upToDays: number;
  /** The stage that takes clearly more time than any other; null: not distinguishable. */
  readonly mostTimeStageId: string | null;
  readonly stages: readonly StageBottleneck[];
}

const UP_TO_DAYS = 90;
/** Share of false verdicts among those given. */
const FALSE_DISCOVERIES = 0.1;
/** A change is worth a word from here on: relative to before, or in days. */
const [SMALLEST_RATIO, SMALLEST_DAYS] = [0.2, 2];

/** A stage that takes less of the deals' time than this holds nobody up, however much slower it became: minutes are no bottleneck. */
const SMALLEST_TIME_SHARE = 0.01;

/**
 * Where does the pipeline clog? Per live stage: its share of the time that deals spent (each visit up to 90 days), how dwell
 * changed against the previous period (log-rank, restricted means), and how losses did (shares of exits, Newcombe).
 *
 * A change counts only if Benjamini-Hochberg over all stages and both questions lets it stand at q = .1, and it is at least
 * 20 % of the earlier value, or 2 days. Slower or losing more is a bottleneck; slower only where the stage takes 1 % of the
 * deals' time. Open visits count as "at least this long"; below 20 exits in either period: insufficient.
 * @example bottlenecks({ table, pipeline, period, previous, asOf }).stages.find(({ reason }) => reason !== null)
 */
export function bottlenecks({ table, pipeline, period, previous, asOf }: BottleneckQuestion): Bottlenecks {
  return bottlenecksOf(knownVisits(table, pipeline, asOf), period, previous);
}

const bottlenecksOf = keptWith((known: KnownVisits, period: Period, previous: Period): Bottlenecks => {
  const upToMs = UP_TO_DAYS * DAY_MS;
  const { shares, most } = timeShares(known, period, upToMs);
  const before = windowSamples(known, previous).map(windowCurve);
  const changes = windowSamples(known, period).map((sample, stage) => {
    const now = windowCurve(sample);
    const earlier = before[stage] ?? now;
    return { dwell: dwellChange(now, earlier, upToMs), losses: lossChange(now, earlier.sample, upToMs) };
  });
  const tests = changes.flatMap(({ dwell, losses }) => [dwell.pValue, losses.pValue]);
  const adjusted = adjustedPValues(tests);
  return {
    upToDays: UP_TO_DAYS,
    mostTimeStageId: most === null ? null : (known.stageIds[most] ?? null),
    stages: changes.map((change, place) => {
      const [dwellP = null, lossP = null] = adjusted.slice(2 * place, 2 * place + 2);
      const dwell = { ...change.dwell, verdict: dwellVerdict(change.dwell, dwellP), adjustedPValue: dwellP };
      const losses = { ...change.losses, verdict: lossVerdict(change.losses, lossP), adjustedPValue: lossP };
      const timeShare: Estimate = shares[place] ?? { kind: 'insufficient', n: 0, needed: 1 };
      const takesTime = timeShare.kind === 'estimate' && timeShare.value >= SMALLEST_TIME_SHARE;
      return {
        stageId: known.stageIds[place] ?? '',
        timeShare,
        dwell,
        losses,
        reason: reasonOf(dwell.verdict === 'slower' && takesTime, losses.verdict === 'more'),
      };
    }),
  };
});

/** Tests that could not be made stay null, and count for nothing. */
function adjustedPValues(pValues: readonly (number | null)[]): readonly (number | null)[] {
  const made = benjaminiHochberg(pValues.filter((pValue) => pValue !== null));
  let place = 0;
  return pValues.map((pValue) => (pValue === null ? null : (made[place++] ?? 1)));
}

function dwellVerdict({ difference, daysBefore, isSlower }: DwellChange, pValue: number | null): DwellVerdict {
  if (pValue === null || difference.kind !== 'estimate' || daysBefore.kind !== 'estimate') return 'insufficient';
  const days = difference.value;
  const isLarge = Math.abs(days) >= Math.min(SMALLEST_DAYS, SMALLEST_RATIO * daysBefore.value);
  if (pValue > FALSE_DISCOVERIES || !isLarge || isSlower !== days > 0) return 'no-clear-change';
  return isSlower ? 'slower' : 'faster';
}

function lossVerdict({ difference, shareBefore }: LossChange, pValue: number | null): LossVerdict {
  if (pValue === null || difference.kind !== 'estimate' || shareBefore.kind !== 'estimate') return 'insufficient';
  const isLarge = Math.abs(difference.value) >= SMALLEST_RATIO * shareBefore.value;
  if (pValue > FALSE_DISCOVERIES || !isLarge) return 'no-clear-change';
  return difference.value > 0 ? 'more' : 'fewer';
}

function reasonOf(isSlower: boolean, losesMore: boolean): StageBottleneck['reason'] {
  if (isSlower) return losesMore ? 'slower-and-more-losses' : 'slower';
  return losesMore ? 'more-losses' : null;
}
