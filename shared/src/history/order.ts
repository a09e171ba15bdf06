/** Order of UTF-16 units: the same on every machine and in every language, and DynamoDB's order for ASCII ids. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A sorted copy. */
export function sorted<T>(items: Iterable<T>, compare: (a: T, b: T) => number): readonly T[] {
  return [...items].sort(compare);
}

/** The last item that passes, of a list in which all items that pass come before those that do not. */
export function lastWhile<T>(items: readonly T[], passes: (item: T) => boolean): T | undefined {
  let count = 0;
  for (const item of items) {
    if (!passes(item)) break;
    count += 1;
  }
  return items[count - 1];
}
