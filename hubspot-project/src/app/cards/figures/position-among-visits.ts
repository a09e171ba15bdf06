import type { Estimate, UsualDwell } from '@deal-stage-insights/shared';

const NEARLY_ALL = 0.95;

/** How many of ten visits were over by the deal's present age; 10 means nearly all. Null when too few visits of the stage are known. */
export function tenthsOverByNow(usual: UsualDwell | null): number | null {
  const share = usual?.shareOverByNow;
  return share?.kind === 'estimate' && share.from === 'stage' ? tenthsOf(share) : null;
}

/** A share as tenths that were passed; 10 means nearly all. Null when it rests on too little. */
export function tenthsOf(share: Estimate): number | null {
  if (share.kind === 'insufficient') return null;
  const { value } = share;
  // 0.3 · 10 is 3.0000000000000004 in one direction and 0.29999… · 10 is 2.99… in the other: a hair decides nothing.
  return value >= NEARLY_ALL ? 10 : Math.floor(value * 10 + 1e-9);
}
