import { type Random, seededRandom } from '@deal-stage-insights/shared';

export type { Random };

/** A source of its own for each deal, so that deals can be made one by one, in any order, and again. */
export function dealRandom(seed: number, deal: number): Random {
  return seededRandom((seed % 2 ** 20) * 2 ** 32 + deal);
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}

/** Picks by shares, which need not sum to 1. */
export function pickByShare<T extends { readonly share: number }>(random: Random, items: readonly T[]): T {
  let left = random() * items.reduce((sum, { share }) => sum + share, 0);
  const item = items.find(({ share }) => (left -= share) < 0) ?? items.at(-1);
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}

/** A standard normal number (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
