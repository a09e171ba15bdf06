const BYTES = 8; // Of a number: with few counters it pays from some hundreds on.
const SIGN = 1 << 7;
/** Below it a comparison sort is as fast. */
const MANY = 512;

/**
 * Numbers in ascending order: the array itself, or another in its place. Of many that are not below 0 a radix sort, whose cost
 * is linear: the bits of such doubles, read as a whole number, are in the order of the doubles. Bytes that are all alike, as
 * the last of whole milliseconds, are passed over.
 * @example ascending(Float64Array.of(3, 1, 2)) // 1, 2, 3
 */
export function ascending(values: Float64Array): Float64Array {
  if (values.length < MANY || !areNonNegative(values)) return values.sort();
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  for (let byte = 0; byte < BYTES; byte += 1) {
    const bytes = bytesOf(from);
    const places = firstPlaces(bytes, byte);
    if (places === null) continue;
    for (let i = 0; i < from.length; i += 1) {
      const digit = bytes[BYTES * i + byte] ?? 0;
      const place = places[digit] ?? 0;
      to[place] = from[i] ?? 0;
      places[digit] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

function bytesOf({ buffer, byteOffset, length }: Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, BYTES * length);
}

/** False also where there is a -0. */
function areNonNegative(values: Float64Array): boolean {
  const bytes = bytesOf(values);
  for (let last = BYTES - 1; last < bytes.length; last += BYTES) if ((bytes[last] ?? 0) >= SIGN) return false;
  return true;
}

/** By digit: where the first number with it goes. Null where all have the same. */
function firstPlaces(bytes: Uint8Array, byte: number): Uint32Array | null {
  const counts = new Uint32Array(256);
  for (let at = byte; at < bytes.length; at += BYTES) {
    const digit = bytes[at] ?? 0;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  if (counts[bytes[byte] ?? 0] === bytes.length / BYTES) return null;
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit += 1) {
    const count = counts[digit] ?? 0;
    counts[digit] = sum;
    sum += count;
  }
  return counts;
}
