/** A source of randomness: each call gives the next uniform number in [0, 1). */
export type Random = () => number;

/**
 * A reproducible source of uniform numbers: the same seed gives the same sequence everywhere.
 * xoshiro128** (Blackman and Vigna 2018), seeded by splitmix32; 53 random bits a number. Not for secrets.
 *
 * @param seed any whole number; its lower 32 bits and the next 21 count.
 * @example const random = seededRandom(7); random() === seededRandom(7)() // true
 */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed is a whole number, got ${seed}.`);
  const mix = splitMix(seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0);
  let a = mix();
  let b = mix();
  let c = mix();
  let d = mix();
  const next32 = (): number => {
    const scrambled = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return scrambled;
  };
  return () => ((next32() >>> 5) * 2 ** 26 + (next32() >>> 6)) / 2 ** 53;
}

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** Spreads a seed over 32-bit words, so that neighbouring seeds give unrelated sequences. */
function splitMix(low: number, high: number): () => number {
  let state = low;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ high;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  };
}
