import type { Facts } from './deal-read.ts';
import { compareText, sorted } from './order.ts';
import type { FactColumn } from './visit-block.ts';

/** Collects facts deal by deal; a fact that a deal lacks is unset there. */
export function factColumns() {
  const columns = new Map<string, (string | null)[]>();
  return {
    add(facts: Facts, deal: number): void {
      for (const name in facts) {
        const value = facts[name] ?? null;
        if (value === null) continue;
        const column = columns.get(name) ?? [];
        if (column.length === 0) columns.set(name, column);
        padTo(column, deal);
        column.push(value);
      }
    },
    build(dealCount: number): ReadonlyMap<string, FactColumn> {
      for (const column of columns.values()) padTo(column, dealCount);
      return new Map(sorted(columns, ([a], [b]) => compareText(a, b)));
    },
  };
}

function padTo(column: (string | null)[], length: number): void {
  while (column.length < length) column.push(null);
}
