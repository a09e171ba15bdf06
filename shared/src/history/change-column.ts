import type { Change } from './timeline.ts';
import type { ChangeColumn } from './visit-block.ts';

/** Collects the changes of one property, deal by deal. */
export function changeColumn() {
  const start: number[] = [0];
  const at: number[] = [];
  const value: number[] = [];
  return {
    addDeal<T>(changes: readonly Change<T>[], toNumber: (value: T) => number): void {
      for (const change of changes) {
        at.push(change.at);
        value.push(toNumber(change.value));
      }
      start.push(at.length);
    },
    build(): ChangeColumn {
      return { start: Uint32Array.from(start), at: Float64Array.from(at), value: Float64Array.from(value) };
    },
  };
}

/**
 * The value in force at an instant; NaN before the first change, or while unset.
 * @example valueAt(block.amounts, deal, asOf)
 */
export function valueAt({ start, at, value }: ChangeColumn, deal: number, asOf: number): number {
  let found = Number.NaN;
  const end = start[deal + 1] ?? 0;
  for (let place = start[deal] ?? end; place < end && (at[place] ?? Number.NaN) <= asOf; place += 1) {
    found = value[place] ?? Number.NaN;
  }
  return found;
}
