/**
 * The index of the last element of an ascending array that is not above x; -1 when all are above. Binary search.
 *
 * @example lastNotAbove(Float64Array.of(1, 3), 2) // 0
 */
export function lastNotAbove(ascending: Float64Array, x: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The index of the first element of an ascending array that is not below x; its length when all are below. Binary search.
 *
 * @example firstNotBelow(Float64Array.of(1, 3), 2) // 1
 */
export function firstNotBelow(ascending: Float64Array, x: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first of so many indexes at which something holds that holds at every later one too; their number where it never does.
 *
 * @example firstWhere(4, (i) => i * i > 3) // 2
 */
export function firstWhere(length: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Reads a right-continuous step function off at x: its value at the last jump that is not above x, `before` if there is none.
 *
 * @example stepValue(Float64Array.of(1, 3), Float64Array.of(0.8, 0.5), 2, 1) // 0.8
 */
export function stepValue(time: Float64Array, values: Float64Array, x: number, before: number): number {
  return values[lastNotAbove(time, x)] ?? before;
}
