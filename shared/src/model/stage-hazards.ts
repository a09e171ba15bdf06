import { AGE_EDGES_MS, ageBin } from './age-bins.ts';
import type { StageLife } from './life-table.ts';

/** Where fewer visits than this are at risk, later age bins are pooled: single late exits would jump to certainty. */
const ENOUGH_AT_RISK = 10;

/** How fast visits of a stage leave, by age, and where to. */
export interface StageHazards {
  /** Hazard added over each age bin, evenly. */
  readonly added: Float64Array;
  /** Of each age bin's exits the share by destination, bin after bin; they sum to 1, or to 0 where nobody left. */
  readonly shares: Float64Array;
  readonly destinations: number;
  /** The destinations that anybody left to, ascending: of all others every share is 0. */
  readonly reached: readonly number[];
  /** Visits at risk behind the hazard of each age bin. */
  readonly atRisk: Float64Array;
  /** Chances to leave behind the hazard of each age bin: n - c / 2, of pooled bins their sum. */
  readonly trials: Float64Array;
  /** From this bin on all bins share one hazard. */
  readonly pooledFrom: number;
  /** No visit was seen at this age or above. */
  readonly endMs: number;
}

/**
 * Hazards by the product-limit on counts: an age bin with d exits, n at risk at its start and c censored in it has
 * h = d / (n - c / 2), spread evenly as -log(1 - h) and among destinations by their counts. Bins with fewer than 10 at
 * risk are pooled with the last that has more, and what they say together holds for every later age too.
 */
export function stageHazards({ censored, exits, pooledFrom }: StageLife): StageHazards {
  const bins = AGE_EDGES_MS.length;
  const events = Float64Array.from(censored, (_, bin) => exits.reduce((sum, column) => sum + (column[bin] ?? 0), 0));
  const atRisk = atRiskOf(events, censored);
  const tail = pooledFrom ?? tailOf(atRisk);
  const exposed = (bin: number): number => (atRisk[bin] ?? 0) - (censored[bin] ?? 0) / 2;
  const added = new Float64Array(bins);
  const shares = new Float64Array(bins * exits.length);
  const hazards: StageHazards = {
    added,
    shares,
    destinations: exits.length,
    reached: exits.flatMap((column, k) => (column.some((count) => count > 0) ? [k] : [])),
    atRisk: new Float64Array(bins),
    trials: new Float64Array(bins),
    pooledFrom: tail,
    endMs: AGE_EDGES_MS[censored.length] ?? Number.POSITIVE_INFINITY,
  };
  for (let bin = 0; bin < bins; bin += 1) {
    const [from, to] = bin < tail ? [bin, bin + 1] : [tail, Math.max(tail + 1, censored.length)];
    const [d, n] = [total(events, from, to), totalBy(exposed, from, to)];
    hazards.atRisk[bin] = atRisk[from] ?? 0;
    hazards.trials[bin] = n;
    added[bin] = d > 0 ? -Math.log1p(-Math.min(d / n, 1 - 1 / (2 * n + 2))) : 0;
    for (const [k, column] of exits.entries()) {
      shares[bin * exits.length + k] = d > 0 ? total(column, from, to) / d : 0;
    }
  }
  return hazards;
}

/** Equal steps of age, from an age at which the visits in question are still there. */
export interface AgeSteps {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly steps: number;
}

/**
 * Of visits still there at an age, the shares that leave in each of the following steps, step by step and in each by
 * destination: element `u * destinations + k`.
 * @example exitsByStep(hazards, { fromMs: 0, stepMs: DAY_MS, steps: 30 }) // the first 30 days
 */
export function exitsByStep(hazards: StageHazards, ages: AgeSteps): Float64Array {
  const { shares, destinations, reached } = hazards;
  const into = new Float64Array(ages.steps * destinations);
  walkExits(hazards, ages, (share, bin, step) => {
    for (let at = 0; at < reached.length; at += 1) {
      const k = reached[at] ?? 0;
      const cell = step * destinations + k;
      into[cell] = (into[cell] ?? 0) + share * (shares[bin * destinations + k] ?? 0);
    }
  });
  return into;
}

/**
 * The same before it is split among destinations: `leave` is told the share that leaves, of those there at the beginning, in
 * each part of a step that lies in one age bin. Steps that lie wholly in a bin keep the same share each.
 */
export function walkExits(
  { added }: StageHazards,
  { fromMs, stepMs, steps }: AgeSteps,
  leave: (share: number, bin: number, step: number) => void,
): void {
  let bin = ageBin(fromMs);
  let binTo = AGE_EDGES_MS[bin + 1] ?? Number.POSITIVE_INFINITY;
  let rate = (added[bin] ?? 0) / (binTo - (AGE_EDGES_MS[bin] ?? 0));
  let keptInStep = Math.exp(-rate * stepMs);
  let [still, from] = [1, fromMs];
  for (let step = 0; step < steps; step += 1) {
    const stepTo = fromMs + (step + 1) * stepMs;
    let isWhole = true;
    for (;;) {
      const isLast = binTo > stepTo;
      const kept = isWhole && isLast ? keptInStep : Math.exp(-rate * (Math.min(binTo, stepTo) - from));
      if (kept < 1) leave(still * (1 - kept), bin, step);
      still *= kept;
      from = Math.min(binTo, stepTo);
      if (isLast) break;
      isWhole = false;
      bin += 1;
      binTo = AGE_EDGES_MS[bin + 1] ?? Number.POSITIVE_INFINITY;
      rate = (added[bin] ?? 0) / (binTo - from);
      keptInStep = Math.exp(-rate * stepMs);
    }
  }
}

function atRiskOf(events: Float64Array, censored: readonly number[]): Float64Array {
  const atRisk = new Float64Array(events.length);
  let remaining = 0;
  for (let bin = events.length - 1; bin >= 0; bin -= 1) {
    remaining += (events[bin] ?? 0) + (censored[bin] ?? 0);
    atRisk[bin] = remaining;
  }
  return atRisk;
}

function tailOf(atRisk: Float64Array): number {
  let tail = 0;
  while (tail + 1 < atRisk.length && (atRisk[tail + 1] ?? 0) >= ENOUGH_AT_RISK) tail += 1;
  return tail;
}

function total(values: ArrayLike<number>, from: number, to: number): number {
  return totalBy((bin) => values[bin] ?? 0, from, to);
}

function totalBy(value: (bin: number) => number, from: number, to: number): number {
  let sum = 0;
  for (let bin = from; bin < to; bin += 1) sum += value(bin);
  return sum;
}
