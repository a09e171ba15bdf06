import type { Bilingual, Evidence } from '../contract/hints.ts';
import type { Contrast } from './contrasts.ts';
import { shareOf } from './contrast-for.ts';
import { deals, type Finding, share } from './rule.ts';
import type { Words } from './write-text.ts';

/** How a rule tells of a contrast: the message names `likeDeals`, `likeShare`, `otherDeals` and `otherShare`. */
interface RarerWords {
  readonly message: Bilingual;
  readonly words: Words;
  /** Told before the four. */
  readonly evidence?: readonly Evidence[];
}

/** Deals like this one did it more rarely than the others: that, and how often; null where they did not. */
export function rarer(contrast: Contrast | null, { message, words, evidence = [] }: RarerWords): Finding | null {
  if (contrast === null || shareOf(contrast.with) >= shareOf(contrast.without)) return null;
  return {
    message,
    words,
    evidence: [
      ...evidence,
      deals('likeDeals', contrast.with.n),
      share('likeShare', shareOf(contrast.with)),
      deals('otherDeals', contrast.without.n),
      share('otherShare', shareOf(contrast.without)),
    ],
    n: contrast.with.n,
    nCounts: 'past-deals',
    worth: shareOf(contrast.without) - shareOf(contrast.with),
  };
}
