import type { Say } from '@deal-stage-insights/ui';

export { type Say, sayIn } from '@deal-stage-insights/ui';

const ENGLISH_RANKS = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const FRENCH_RANKS = { one: 'er', other: 'e' };

/** "2nd", "3e", … */
export const rankIn =
  ({ f, t }: Say) =>
  (n: number) =>
    `${n}${t(f.ordinal(n, ENGLISH_RANKS), f.ordinal(n, FRENCH_RANKS))}`;
