const WORDS = 4; // Of 16 bits each, in a number of 64.
const SIGN = 1 << 15;
/** Below it the counters cost more than they save. */
const MANY = 2 ** 13;

/**
 * Numbers in ascending order: the array itself, or another in its place. Of many that are not below 0 a radix sort, whose cost
 * is linear: the bits of such doubles, read as a whole number, are in the order of the doubles. Words that are all alike, as
 * the last of whole milliseconds, are passed over.
 * @example ascending(Float64Array.of(3, 1, 2)) // 1, 2, 3
 */
export function ascending(values: Float64Array): Float64Array {
  if (values.length < MANY || !areNonNegative(values)) return values.sort();
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  for (let word = 0; word < WORDS; word += 1) {
    const words = wordsOf(from);
    const places = firstPlaces(words, word);
    if (places === null) continue;
    for (let i = 0; i < from.length; i += 1) {
      const digit = words[WORDS * i + word] ?? 0;
      const place = places[digit] ?? 0;
      to[place] = from[i] ?? 0;
      places[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

function wordsOf({ buffer, byteOffset, length }: Float64Array): Uint16Array {
  return new Uint16Array(buffer, byteOffset, WORDS * length);
}

/** False also where there is a -0. */
function areNonNegative(values: Float64Array): boolean {
  const words = wordsOf(values);
  for (let last = WORDS - 1; last < words.length; last += WORDS) if ((words[last] ?? 0) >= SIGN) return false;
  return true;
}

/** By digit: where the first number with it goes. Null where all have the same. */
function firstPlaces(words: Uint16Array, word: number): Uint32Array | null {
  const counts = new Uint32Array(2 ** 16);
  for (let at = word; at < words.length; at += WORDS) {
    const digit = words[at] ?? 0;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  if (counts[words[word] ?? 0] === words.length / WORDS) return null;
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit += 1) {
    const count = counts[digit] ?? 0;
    counts[digit] = sum;
    sum += count;
  }
  return counts;
}
