import type { Estimate, EvidenceScope } from '../contract/estimate.ts';
import { clusteredRatio } from '../statistics/clustered-ratio.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { RateCount } from './drawn-estimate.ts';

const LEVEL = 0.95;

/** What was seen of a deal on one day: won within the horizon, or not. */
export interface SeenRow {
  readonly dealId: string;
  readonly won: 0 | 1;
}

/**
 * The share of rows that were won, where a deal may be in several rows. Wilson's interval for as many trials as these rows
 * are worth: p (1 - p) / (standard error clustered by deal)², and never more than there are deals. `n` is these trials.
 * @throws RangeError without a row.
 * @example clusteredShare(rows, 'stage') // { kind: 'estimate', value: 0.25, low: 0.14, high: 0.4, n: 40, … }
 */
export function clusteredShare(rows: readonly SeenRow[], from: EvidenceScope): Estimate {
  if (rows.length === 0) throw new RangeError('A share needs a row.');
  const value = rows.reduce((sum, { won }) => sum + won, 0) / rows.length;
  const trials = trialsOf(rows, value);
  const { low, high } = wilsonInterval(value * trials, trials, LEVEL);
  return {
    kind: 'estimate',
    value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    level: LEVEL,
    n: Math.round(trials),
    from,
  };
}

/**
 * Such rows as a count of plain trials: as many as they are worth, and of these the share that was won. No rows: none of none.
 * @example worthOf(rows) // { x: 10, n: 40 }
 */
export function worthOf(rows: readonly SeenRow[]): RateCount {
  if (rows.length === 0) return { x: 0, n: 0 };
  const share = rows.reduce((sum, { won }) => sum + won, 0) / rows.length;
  const n = trialsOf(rows, share);
  return { x: share * n, n };
}

export function dealsOf(rows: readonly Pick<SeenRow, 'dealId'>[]): number {
  return new Set(rows.map(({ dealId }) => dealId)).size;
}

function trialsOf(rows: readonly SeenRow[], share: number): number {
  const clustered = clusteredRatio({
    numerator: rows.map(({ won }) => won),
    denominator: rows.map(() => 1),
    cluster: rows.map(({ dealId }) => dealId),
  });
  const deals = clustered?.clusters ?? dealsOf(rows);
  // Without the correction for few clusters: rows of as many deals would be worth one trial less than they are.
  const variance = ((clustered?.standardError ?? 0) ** 2 * (deals - 1)) / deals;
  return variance > 0 ? Math.min(deals, Math.max(1, (share * (1 - share)) / variance)) : deals;
}
