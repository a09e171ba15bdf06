import type { UsualDwell } from '@deal-stage-insights/shared';

export type Tone = 'success' | 'warning' | 'danger';

const NEARLY_ALL = 0.95;

/** How many of ten visits were over by the deal's present age; 10 means nearly all. Null when too few visits are known. */
export function tenthsOverByNow(usual: UsualDwell | null): number | null {
  if (usual === null || usual.shareOverByNow.kind === 'insufficient') return null;
  const { value } = usual.shareOverByNow;
  // 0.3 · 10 is 3.0000000000000004 in one direction and 0.29999… · 10 is 2.99… in the other: a hair decides nothing.
  return value >= NEARLY_ALL ? 10 : Math.floor(value * 10 + 1e-9);
}

/** Green until 8 of 10 visits are over, red from 9 of 10 on: the same two shares that the usual time names. */
export function toneOfShare(share: number): Tone {
  if (share >= 0.9) return 'danger';
  return share >= 0.8 ? 'warning' : 'success';
}
