import type { DwellQuantile, Estimate } from '../contract/estimate.ts';
import { DAY_MS } from '../history/instant.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { AGE_EDGES_MS } from './age-bins.ts';
import { type Evidence, evidenceAt, type RestingStage } from './evidence-at.ts';
import { exitShare } from './exit-shares.ts';
import { fewTrials } from './few-trials.ts';
import { LEVEL, type StageDwell } from './stage-dwell.ts';
import { type StageHazards, stageHazards } from './stage-hazards.ts';

/** Ages within an age bin at which the share that is over is asked for; between them it is linear. */
const NODES_A_BIN = 4;

/** A stage whose life table borrows. */
export type BorrowingStage = RestingStage & { readonly drawn: NonNullable<RestingStage['drawn']> };

/** The share of visits that is over, with the limits it lies between. */
interface ShareOver {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How long visits of a stage last of which too few are known to say it by themselves: by the life table that it borrows (see
 * `drawnLives`). The share that is over by each age is sure as far as the visits go that it rests on, own and borrowed
 * (`fewTrials`); a limit of the quantile p is the first age at which a limit of that share comes to p. In days; `beyond`, and
 * without an upper limit, where it never does within the ages that were seen.
 * @example drawnDwell(stage).median // { kind: 'estimate', value: 9.5, low: 3.1, high: 30, from: 'pipeline', n: 303, … }
 */
export function drawnDwell(stage: BorrowingStage): Pick<StageDwell, 'p10' | 'median' | 'p80' | 'p90'> {
  const hazards = stageHazards(stage.drawn.life);
  const evidence = evidenceAt(stage, hazards, 0);
  const bins = stage.drawn.life.censored.length;
  const ages = Array.from({ length: (bins - 1) * NODES_A_BIN + 1 }, (_, node) => ageOf(node));
  const shares = ages.map((age) => shareOverBy(hazards, age));
  const quantile = (p: number): DwellQuantile => quantileOf({ ages, shares, evidence }, p);
  return { p10: quantile(0.1), median: quantile(0.5), p80: quantile(0.8), p90: quantile(0.9) };
}

/** The share of a stage's visits that was over by an age, by what the stage borrows. */
export function drawnShareOver(stage: BorrowingStage, ageMs: number): Estimate {
  const hazards = stageHazards(stage.drawn.life);
  return { kind: 'estimate', ...shareOverBy(hazards, ageMs), level: LEVEL, ...evidenceAt(stage, hazards, 0) };
}

function shareOverBy(hazards: StageHazards, ageMs: number): ShareOver {
  const all = new Set(Array.from({ length: hazards.destinations }, (_, k) => k));
  const { value, trials } = exitShare(hazards, all, { fromMs: 0, toMs: ageMs });
  const visits = hazards.atRisk[0] ?? 0;
  // Of a few that all have left, or none, the spread among them says nothing: they are no more trials than they are visits.
  const n = fewTrials({ chance: value, trials: Math.min(trials, visits), visits, best: 1 });
  const { low, high } = wilsonInterval(value * n, n, LEVEL);
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

interface Told {
  readonly ages: readonly number[];
  readonly shares: readonly ShareOver[];
  readonly evidence: Evidence;
}

function quantileOf({ ages, shares, evidence }: Told, p: number): DwellQuantile {
  const daysAt = (of: keyof ShareOver): number | null => {
    const at = shares.findIndex((share) => share[of] >= p);
    if (at <= 0) return at === 0 ? 0 : null;
    const [before, after] = [shares[at - 1]?.[of] ?? 0, shares[at]?.[of] ?? 0];
    const [from, to] = [ages[at - 1] ?? 0, ages[at] ?? 0];
    return (from + ((to - from) * (p - before)) / (after - before)) / DAY_MS;
  };
  const value = daysAt('value');
  if (value === null) return { kind: 'beyond', atLeast: (ages.at(-1) ?? 0) / DAY_MS, ...evidence };
  return { kind: 'estimate', value, low: daysAt('high') ?? 0, high: daysAt('low'), level: LEVEL, ...evidence };
}

function ageOf(node: number): number {
  const bin = Math.floor(node / NODES_A_BIN);
  const [from = 0, to = from] = [AGE_EDGES_MS[bin], AGE_EDGES_MS[bin + 1]];
  return from + ((to - from) * (node % NODES_A_BIN)) / NODES_A_BIN;
}
