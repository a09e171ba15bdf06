import type { ActionVerdict } from '../contract/actions-report.ts';
import type { Estimate, EvidenceScope } from '../contract/estimate.ts';
import type { ActionAim } from '../contract/settings.ts';
import { DAY_MS } from '../history/instant.ts';
import { twoSidedZ } from '../statistics/normal-distribution.ts';
import { pooledMean } from '../statistics/pooled-mean.ts';
import { type Measured, repeatedInterval } from '../statistics/repeated-interval.ts';
import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';
import { changeBetween, difference, ENOUGH_EXITS, measuredAim } from './stage-change.ts';
import { type WindowSample, windowSamples } from './window-sample.ts';

/** Visits count up to this age, everywhere. */
const UP_TO_MS = 90 * DAY_MS;
/** Fewer days say little, and their interval would be wide. */
const FEWEST_DAYS = 14;
const LEVEL = 0.95;

export interface ActionWindows {
  /** Equally long, the one up to the action's day, the other from it on. */
  readonly before: Period;
  readonly after: Period;
  readonly days: number;
  /** How long the windows will be in the end. */
  readonly daysInAll: number;
}

export interface EffectQuestion {
  readonly known: KnownVisits;
  readonly stageId: string;
  readonly aim: ActionAim;
  readonly windows: ActionWindows;
  /** Stages in which something else was done in this time: they are not compared with. */
  readonly busyStageIds: ReadonlySet<string>;
}

export interface MeasuredEffect {
  readonly before: Estimate;
  readonly after: Estimate;
  readonly change: Estimate;
  readonly placebo: { readonly stageIds: readonly string[]; readonly change: Estimate };
  readonly beyondPlacebo: Estimate;
  readonly verdict: ActionVerdict;
}

/**
 * What did a stage do after something was done about it? The same figure in equally long windows before and after the day, the
 * change with its interval, the change of the pipeline's other stages (the placebo: each weighted by its certainty), and the
 * difference of the two. Better or worse is said only where the change, and what it is beyond the placebo, both leave out 0 in
 * that direction; where there is no placebo, the change alone. Intervals of changes hold at every look while the windows grow, so that
 * in all looks together at most one in twenty quiet stages is ever told otherwise. Says nothing about why.
 *
 * Before 14 days, or below 20 exits in either window: insufficient.
 * @example actionEffect({ known, stageId: 'offer', aim: 'dwell', windows, busyStageIds: new Set() }).verdict // 'improved'
 */
export function actionEffect({ known, stageId, aim, windows, busyStageIds }: EffectQuestion): MeasuredEffect {
  const { days, daysInAll } = windows;
  const [before, after] = [windowSamples(known, windows.before), windowSamples(known, windows.after)];
  const stages = known.stageIds.map((id, place): StageMeasured => {
    const [early, late] = [before[place] ?? NO_VISITS, after[place] ?? NO_VISITS];
    const [was, is] = [early, late].map((sample) => measuredAim(aim, known, { sample, upToMs: UP_TO_MS }));
    return {
      stageId: id,
      early,
      late,
      was: was ?? null,
      is: is ?? null,
      change: changeBetween(aim, was ?? null, is ?? null),
    };
  });
  const own = stages.find((stage) => stage.stageId === stageId) ?? NO_STAGE;
  const others = stages.filter((stage) => stage !== own && stage.change !== null && !busyStageIds.has(stage.stageId));
  const placebo = pooledMean(others.flatMap(({ change }) => change ?? []));
  const isEarly = days < FEWEST_DAYS;
  const beyond = own.change === null || placebo === null ? null : difference(own.change, placebo);
  const said = (measured: Measured | null, n: number, from: EvidenceScope): Estimate =>
    measured === null || isEarly
      ? { kind: 'insufficient', n, needed: ENOUGH_EXITS }
      : changeEstimate(aim, measured, { share: days / daysInAll, n, from });
  const fewest = Math.min(own.early.exits, own.late.exits);
  const change = said(own.change, own.change === null ? fewest : visitsOf([own]), 'stage');
  const beyondPlacebo = said(beyond, beyond === null ? 0 : visitsOf([own, ...others]), 'pipeline');
  return {
    before: figureOf(aim, own.was, own.early),
    after: figureOf(aim, own.is, own.late),
    change,
    placebo: {
      stageIds: others.map((stage) => stage.stageId),
      change: said(placebo, visitsOf(others), 'pipeline'),
    },
    beyondPlacebo,
    verdict: verdictOf(aim, change, placebo === null ? change : beyondPlacebo),
  };
}

interface StageMeasured {
  readonly stageId: string;
  readonly early: WindowSample;
  readonly late: WindowSample;
  readonly was: Measured | null;
  readonly is: Measured | null;
  readonly change: Measured | null;
}

const NO_VISITS: WindowSample = {
  rows: new Uint32Array(),
  time: new Float64Array(),
  event: new Uint8Array(),
  entry: new Float64Array(),
  exits: 0,
  advanced: 0,
  lost: 0,
};
const NO_STAGE: StageMeasured = { stageId: '', early: NO_VISITS, late: NO_VISITS, was: null, is: null, change: null };

const visitsOf = (stages: readonly StageMeasured[]): number =>
  stages.reduce((sum, { early, late }) => sum + early.time.length + late.time.length, 0);

function figureOf(aim: ActionAim, measured: Measured | null, { exits, time }: WindowSample): Estimate {
  if (measured === null) return { kind: 'insufficient', n: exits, needed: ENOUGH_EXITS };
  const { value, standardError } = measured;
  const margin = twoSidedZ(LEVEL) * standardError;
  const most = aim === 'conversion' ? 1 : Number.POSITIVE_INFINITY;
  const limits = { low: Math.max(0, value - margin), high: Math.min(most, value + margin) };
  return { kind: 'estimate', value, ...limits, level: LEVEL, n: time.length, from: 'stage' };
}

function changeEstimate(
  aim: ActionAim,
  measured: Measured,
  { share, n, from }: { readonly share: number; readonly n: number; readonly from: EvidenceScope },
): Estimate {
  const { low, high } = repeatedInterval(measured, share, LEVEL);
  const shown = (value: number): number => (aim === 'dwell' ? Math.expm1(value) : value);
  return { kind: 'estimate', value: shown(measured.value), low: shown(low), high: shown(high), level: LEVEL, n, from };
}

function verdictOf(aim: ActionAim, change: Estimate, beyondPlacebo: Estimate): ActionVerdict {
  const [own, beyond] = [directionOf(change), directionOf(beyondPlacebo)];
  if (own === null || beyond === null) return 'insufficient';
  if (own === 0 || own !== beyond) return 'no-difference-detectable';
  return own > 0 === (aim === 'conversion') ? 'improved' : 'worsened';
}

function directionOf(estimate: Estimate): -1 | 0 | 1 | null {
  if (estimate.kind !== 'estimate') return null;
  if (estimate.low > 0) return 1;
  return estimate.high !== null && estimate.high < 0 ? -1 : 0;
}
