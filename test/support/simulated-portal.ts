import { simulatedDeals, type TrueDeals } from './simulated-deals.ts';

export type KnownTable = ReturnType<typeof simulatedDeals>;

export const HORIZON_DAYS = 30;
export const HISTORY_DAYS = 360;
export const DEALS = 1600;
const OWNERS = 5;

/** Deals whose truth is known, in two stages. */
export function simulatedPortal(seed: number, way: TrueDeals['way']) {
  // A horizon longer than history, so that what comes of the open deals is known too.
  const days = HISTORY_DAYS + HORIZON_DAYS;
  return simulatedDeals({ seed, deals: DEALS, days, owners: OWNERS, way });
}
