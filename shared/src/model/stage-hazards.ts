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
  const destinations = exits.length;
  const events = eventsOf(exits, censored.length);
  const atRisk = atRiskOf(events, censored);
  const tail = pooledFrom ?? tailOf(atRisk);
  const hazards: StageHazards = {
    added: new Float64Array(bins),
    shares: new Float64Array(bins * destinations),
    destinations,
    reached: exits.flatMap((column, k) => (column.some((count) => count > 0) ? [k] : [])),
    atRisk: new Float64Array(bins),
    trials: new Float64Array(bins),
    pooledFrom: tail,
    endMs: AGE_EDGES_MS[censored.length] ?? Number.POSITIVE_INFINITY,
  };
  for (let bin = 0; bin <= tail; bin += 1) {
    const to = bin < tail ? bin + 1 : Math.max(tail + 1, censored.length);
    const d = total(events, bin, to);
    let n = 0;
    for (let each = bin; each < to; each += 1) n += (atRisk[each] ?? 0) - (censored[each] ?? 0) / 2;
    hazards.atRisk[bin] = atRisk[bin] ?? 0;
    hazards.trials[bin] = n;
    if (d === 0) continue;
    hazards.added[bin] = -Math.log1p(-Math.min(d / n, 1 - 1 / (2 * n + 2)));
    for (const k of hazards.reached) hazards.shares[bin * destinations + k] = total(exits[k] ?? [], bin, to) / d;
  }
  for (const column of [hazards.added, hazards.atRisk, hazards.trials]) column.fill(column[tail] ?? 0, tail);
  for (let bin = tail + 1; bin < bins; bin += 1)
    hazards.shares.copyWithin(bin * destinations, tail * destinations, (tail + 1) * destinations);
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
  const { length, share, bin, step } = walkExits(hazards, ages, roomForExits(ages.steps));
  for (let part = 0; part < length; part += 1) {
    const [cells, row] = [(step[part] ?? 0) * destinations, (bin[part] ?? 0) * destinations];
    for (let at = 0; at < reached.length; at += 1) {
      const k = reached[at] ?? 0;
      into[cells + k] = (into[cells + k] ?? 0) + (share[part] ?? 0) * (shares[row + k] ?? 0);
    }
  }
  return into;
}

/** The parts of steps that each lie in one age bin, with the share that leaves in each, of those there at the beginning. */
export interface ExitParts {
  length: number;
  readonly share: Float64Array;
  readonly bin: Uint8Array;
  readonly step: Uint32Array;
}

/** Room for the parts of so many steps: who walks from many ages fills it again each time. */
export function roomForExits(steps: number): ExitParts {
  const most = steps + AGE_EDGES_MS.length;
  return { length: 0, share: new Float64Array(most), bin: new Uint8Array(most), step: new Uint32Array(most) };
}

/**
 * `exitsByStep` before it is split among destinations: part by part, ascending, those in which nobody leaves left out. Steps
 * that lie wholly in a bin keep the same share each.
 * @returns `into`, filled.
 */
export function walkExits({ added }: StageHazards, { fromMs, stepMs, steps }: AgeSteps, into: ExitParts): ExitParts {
  let bin = ageBin(fromMs);
  let binTo = AGE_EDGES_MS[bin + 1] ?? Number.POSITIVE_INFINITY;
  let rate = (added[bin] ?? 0) / (binTo - (AGE_EDGES_MS[bin] ?? 0));
  let keptInStep = Math.exp(-rate * stepMs);
  let [still, from] = [1, fromMs];
  let part = 0;
  for (let step = 0; step < steps; step += 1) {
    const stepTo = fromMs + (step + 1) * stepMs;
    let isWhole = true;
    for (;;) {
      const isLast = binTo > stepTo;
      const kept = isWhole && isLast ? keptInStep : Math.exp(-rate * (Math.min(binTo, stepTo) - from));
      if (kept < 1) {
        into.share[part] = still * (1 - kept);
        into.bin[part] = bin;
        into.step[part] = step;
        part += 1;
      }
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
  into.length = part;
  return into;
}

/** By age bin, who left, wherever to. */
function eventsOf(exits: StageLife['exits'], bins: number): Float64Array {
  const events = new Float64Array(bins);
  for (const column of exits)
    for (let bin = 0; bin < bins; bin += 1) events[bin] = (events[bin] ?? 0) + (column[bin] ?? 0);
  return events;
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
  let sum = 0;
  for (let bin = from; bin < to; bin += 1) sum += values[bin] ?? 0;
  return sum;
}
