import type { Facts } from './deal-read.ts';
import { type Dictionary, dictionary } from './dictionary.ts';
import { compareText, sorted } from './order.ts';
import type { FactColumn } from './visit-block.ts';

interface GrowingColumn {
  readonly values: Dictionary;
  readonly index: number[];
}

/** Collects facts deal by deal; a fact that a deal lacks is unset there. */
export function factColumns() {
  const columns = new Map<string, GrowingColumn>();
  return {
    add(facts: Facts, deal: number): void {
      for (const name in facts) {
        const value = facts[name] ?? null;
        if (value === null) continue;
        const { values, index } = columnOf(columns, name);
        padTo(index, deal);
        index.push(values.placeOf(value));
      }
    },
    build(dealCount: number): ReadonlyMap<string, FactColumn> {
      const built = sorted(columns, ([a], [b]) => compareText(a, b)).map(([name, { values, index }]) => {
        padTo(index, dealCount);
        return [name, { values: values.values, index: Int32Array.from(index) }] as const;
      });
      return new Map(built);
    },
  };
}

function columnOf(columns: Map<string, GrowingColumn>, name: string): GrowingColumn {
  const known = columns.get(name);
  if (known !== undefined) return known;
  const added = { values: dictionary(), index: [] };
  columns.set(name, added);
  return added;
}

function padTo(index: number[], length: number): void {
  while (index.length < length) index.push(-1);
}
