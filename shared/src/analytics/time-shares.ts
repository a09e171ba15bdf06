import type { Estimate } from '../contract/estimate.ts';
import { clusteredRatio } from '../statistics/clustered-ratio.ts';
import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';

export interface TimeShares {
  /** By stage: of all time that deals spent in live stages, the share spent there. They sum to 1. */
  readonly shares: readonly Estimate[];
  /** The stage with the largest share, if it is clearly larger than the second; null: not distinguishable. */
  readonly most: number | null;
}

const LEVEL = 0.95;
const ENOUGH_DEALS = 20;

/**
 * Where does the time go? The time that deals spent in each live stage within a period, of every visit only up to the age
 * `upToMs`, so that forgotten deals do not outweigh everything; as a share of the whole. It is time seen, not a finished
 * dwell, so open visits need no correction. Interval: deals as clusters, linearised ratio.
 */
export function timeShares(known: KnownVisits, period: Period, upToMs: number): TimeShares {
  const spent = spentByDeal(known, period, upToMs);
  const deals = spent.deals;
  const shares = spent.byStage.map((numerator): Estimate => {
    const ratio = clusteredRatio({ numerator, denominator: spent.whole, cluster: null }, LEVEL);
    if (ratio === null || deals < ENOUGH_DEALS) return { kind: 'insufficient', n: deals, needed: ENOUGH_DEALS };
    const { value, low, high } = ratio;
    const limits = { low: Math.max(0, low), high: Math.min(1, high) };
    return { kind: 'estimate', value, ...limits, level: LEVEL, n: deals, from: 'pipeline' };
  });
  const order = shares.map((_, stage) => stage).sort((a, b) => valueOf(shares[b]) - valueOf(shares[a]) || a - b);
  const [first, second] = [spent.byStage[order[0] ?? -1], spent.byStage[order[1] ?? -1]];
  if (first === undefined || deals < ENOUGH_DEALS) return { shares, most: null };
  if (second === undefined) return { shares, most: order[0] ?? null };
  const numerator = first.map((time, deal) => time - (second[deal] ?? 0));
  const lead = clusteredRatio({ numerator, denominator: spent.whole, cluster: null }, LEVEL);
  return { shares, most: lead !== null && lead.low > 0 ? (order[0] ?? null) : null };
}

/** Deals with any time in the period are numbered as they come. */
function spentByDeal(known: KnownVisits, { fromAt, toAt }: Period, upToMs: number) {
  const { table, asOf } = known;
  const most = table.dealIds.length;
  const places = new Int32Array(most).fill(-1);
  const byStage = known.stageIds.map(() => new Float64Array(most));
  const whole = new Float64Array(most);
  let deals = 0;
  for (let row = 0; row < table.length; row += 1) {
    const [stage, enteredAt] = [known.stageOf(row), table.enteredAt[row] ?? 0];
    // First what leaves most rows out: a period is a small part of all that is known.
    if (stage < 0 || enteredAt >= toAt || known.endOf(row) <= fromAt || !known.isKnown(row) || known.isLate(row))
      continue;
    const time = Math.min(known.endOf(row), toAt, asOf, enteredAt + upToMs) - Math.max(enteredAt, fromAt);
    if (!(time > 0)) continue;
    const deal = table.deal[row] ?? 0;
    if (places[deal] === -1) places[deal] = deals++;
    const place = places[deal] ?? 0;
    whole[place] = (whole[place] ?? 0) + time;
    const spent = byStage[stage];
    if (spent !== undefined) spent[place] = (spent[place] ?? 0) + time;
  }
  return { deals, byStage: byStage.map((spent) => spent.subarray(0, deals)), whole: whole.subarray(0, deals) };
}

function valueOf(estimate: Estimate | undefined): number {
  return estimate?.kind === 'estimate' ? estimate.value : 0;
}
