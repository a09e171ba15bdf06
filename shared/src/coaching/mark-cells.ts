import type { VisitBlock } from '../history/visit-block.ts';
import { amountBand, type FeatureId, type FeatureSource } from './features.ts';

/** A feature with a value: what a deal may have in common with others. */
export interface MarkCell {
  readonly feature: FeatureId;
  /** The source, the type or the skipped stage; null for features that a deal has or has not. */
  readonly value: string | null;
}

/** The features that can be told of a deal, and the cells that it has, as places in `MarkCells.cells`. */
export interface DealMarks {
  readonly asked: readonly FeatureId[];
  readonly has: readonly number[];
}

export interface MarkCells {
  /** The first are those of skipped stages, in the order of the open stages. */
  readonly cells: readonly MarkCell[];
  readonly handedOver: number;
  /** Source, type, contacts and amount of a deal: as now, whatever stage it is asked for. */
  marksOf(deal: number): DealMarks;
}

const FACTS = [
  ['source', 'hs_analytics_source'],
  ['deal-type', 'dealtype'],
] as const;

/** Numbers all that deals of a table have in common: a million of them are counted by number, without an object for each mark. */
export function markCells({ table, amounts, thirds, openStageIds }: FeatureSource): MarkCells {
  const cells: MarkCell[] = openStageIds.map((value) => ({ feature: 'skipped-before', value }));
  const place = (feature: FeatureId, value: string | null = null): number => cells.push({ feature, value }) - 1;
  const handedOver = place('handed-over');
  const [oneContact, large, small] = [place('one-contact'), place('large-amount'), place('small-amount')];
  const facts = FACTS.map(([feature, name]) => ({
    feature,
    placeOf: factPlaces(table, name, (value) => place(feature, value)),
  }));
  const contacts = table.facts.get('num_associated_contacts');
  return {
    cells,
    handedOver,
    marksOf(deal) {
      const [asked, has]: [FeatureId[], number[]] = [[], []];
      for (const { feature, placeOf } of facts) {
        const cell = placeOf(deal);
        if (cell === undefined) continue;
        asked.push(feature);
        has.push(cell);
      }
      const people = Number(contacts?.[deal] ?? 0);
      if (people >= 1) asked.push('one-contact');
      if (people === 1) has.push(oneContact);
      const band = amountBand(amounts[deal] ?? Number.NaN, thirds);
      if (band !== null) asked.push('large-amount', 'small-amount');
      if (band === 'large') has.push(large);
      if (band === 'small') has.push(small);
      return { asked, has };
    },
  };
}

/** The cell of a deal's value; each value gets one where it is first met. */
function factPlaces({ facts }: VisitBlock, name: string, place: (value: string) => number) {
  const column = facts.get(name);
  const places = new Map<string, number>();
  for (const value of new Set(column)) if (value !== null) places.set(value, place(value));
  return (deal: number): number | undefined => places.get(column?.[deal] ?? '');
}

/** Whether another owner had the deal before: not counting that nobody had it. */
export function wasHandedOver({ owners }: VisitBlock, deal: number, at: number): boolean {
  let first = 0;
  for (let place = owners.start[deal] ?? 0; place < (owners.start[deal + 1] ?? 0); place += 1) {
    const owner = owners.value[place] ?? 0;
    if (!((owners.at[place] ?? 0) <= at) || !(owner > 0)) continue;
    if (first > 0 && owner !== first) return true;
    first = owner;
  }
  return false;
}
