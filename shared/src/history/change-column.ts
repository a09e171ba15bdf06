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
      return { start: new Uint32Array(start), at: new Float64Array(at), value: new Float64Array(value) };
    },
  };
}

/**
 * The value in force at an instant; NaN before the first change, or while unset.
 * @example valueAt(block.amounts, deal, asOf)
 */
export function valueAt({ start, at, value }: ChangeColumn, deal: number, asOf: number): number {
  let place = start[deal + 1] ?? 0;
  const first = start[deal] ?? place;
  while (place > first && !((at[place - 1] ?? Number.NaN) <= asOf)) place -= 1;
  return place > first ? (value[place - 1] ?? Number.NaN) : Number.NaN;
}

/** The last instant at which a visit's owner could still be changed: just before its end, and not before its beginning. */
export function ownedUntil(enteredAt: number, exitedAt: number | null): number {
  return exitedAt === null ? Number.POSITIVE_INFINITY : Math.max(enteredAt, exitedAt - 1);
}
