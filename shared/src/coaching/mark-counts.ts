import type { FeatureId } from './features.ts';
import type { DealMarks, MarkCell, MarkCells } from './mark-cells.ts';

export interface Counted {
  readonly n: number;
  readonly hits: number;
}

/** Deals that have it, and all others that can be told of. */
interface CountedMark extends MarkCell {
  readonly with: Counted;
  readonly without: Counted;
}

export function counter() {
  const count = { n: 0, hits: 0 };
  return {
    count,
    add(isHit: boolean): void {
      count.n += 1;
      if (isHit) count.hits += 1;
    },
  };
}

/** What a deal has as it was when it came into a stage. */
interface MarksThen {
  /** Places of the stages that it had passed over. */
  readonly skipped: readonly number[];
  readonly isHandedOver: boolean;
}

/** Counts, for each feature, the deals that it can be told of, and those that have it. */
export function markCounts({ cells, handedOver }: MarkCells) {
  const asked = new Map<FeatureId, ReturnType<typeof counter>>();
  const having = cells.map((cell) => ({ ...cell, ...counter() }));
  const met = new Set<number>(); // In the order in which they are told.
  const ask = (feature: FeatureId, isHit: boolean): void => {
    const own = asked.get(feature) ?? counter();
    asked.set(feature, own);
    own.add(isHit);
  };
  const have = (cell: number, isHit: boolean): void => {
    met.add(cell);
    having[cell]?.add(isHit);
  };
  return {
    add(marks: DealMarks, { skipped, isHandedOver }: MarksThen, isHit: boolean): void {
      ask('skipped-before', isHit);
      for (const cell of skipped) have(cell, isHit);
      ask('handed-over', isHit);
      if (isHandedOver) have(handedOver, isHit);
      for (const feature of marks.asked) ask(feature, isHit);
      for (const cell of marks.has) have(cell, isHit);
    },
    /** Of the source alone. */
    addSource({ asked: features, has }: DealMarks, isHit: boolean): void {
      if (!features.includes('source')) return;
      ask('source', isHit);
      for (const cell of has) if (cells[cell]?.feature === 'source') have(cell, isHit);
    },
    contrasts(): readonly CountedMark[] {
      const found = [...met].flatMap((cell) => having[cell] ?? []);
      return [...new Set(found.map(({ feature }) => feature))].flatMap((feature) =>
        found
          .filter((each) => each.feature === feature)
          .map(({ value, count }) => {
            const all = asked.get(feature)?.count ?? count;
            return { feature, value, with: count, without: { n: all.n - count.n, hits: all.hits - count.hits } };
          }),
      );
    },
  };
}
