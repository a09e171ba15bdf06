import { type Dictionary, dictionary } from './dictionary.ts';
import { compareText, sorted } from './order.ts';
import { shardOf } from './shard.ts';
import type { ChangeColumn, FactColumn, VisitBlock } from './visit-block.ts';
import { assertFits } from './visit-columns.ts';

/**
 * Puts the blocks of one pipeline, one of each shard, into a single one. Its order is fixed (by shard, then deal id), so that
 * sums over it never depend on the order in which blocks arrive. No blocks give an empty block.
 * @throws when the blocks are of different pipelines
 */
export function mergeVisitTables(pipelineId: string, blocks: readonly VisitBlock[]): VisitBlock {
  const stranger = blocks.find((block) => block.pipelineId !== pipelineId);
  if (stranger !== undefined) {
    throw new Error(`A block of pipeline ${stranger.pipelineId} cannot join the table of pipeline ${pipelineId}.`);
  }
  const ordered = sorted(blocks, compareBlocks);
  const [stages, owners] = [dictionary(), dictionary([''])];
  const stagePlaces = ordered.map(({ stageIds }) => placesIn(stages, stageIds));
  const ownerPlaces = ordered.map(({ ownerIds }) => placesIn(owners, ownerIds));
  assertFits(stages.values.length, 'stages');
  assertFits(owners.values.length, 'owners');
  return {
    pipelineId,
    ...joinRows(ordered, stagePlaces, ownerPlaces),
    dealIds: ordered.flatMap(({ dealIds }) => dealIds),
    stageIds: stages.values,
    ownerIds: owners.values,
    newestChangeAt: ordered.reduce((newest, block) => Math.max(newest, block.newestChangeAt), 0),
    deletedDeals: ordered.reduce((sum, block) => sum + block.deletedDeals, 0),
    createdAt: joinFloats(ordered.map((block) => block.createdAt)),
    amounts: joinChanges(ordered.map((block) => block.amounts)),
    closeDates: joinChanges(ordered.map((block) => block.closeDates)),
    owners: joinChanges(
      ordered.map((block) => block.owners),
      ownerPlaces,
    ),
    facts: joinFacts(ordered),
  };
}

type Places = readonly Uint32Array[];

/** Blocks of a shard hold that shard's deals alone, so the first deal tells the shard. Empty blocks come first. */
function compareBlocks(a: VisitBlock, b: VisitBlock): number {
  const [first, other] = [a.dealIds[0] ?? '', b.dealIds[0] ?? ''];
  return shardOf(first) - shardOf(other) || compareText(first, other);
}

function placesIn(joined: Dictionary, values: readonly string[]): Uint32Array {
  return Uint32Array.from(values, (value) => joined.placeOf(value));
}

function joinRows(blocks: readonly VisitBlock[], stagePlaces: Places, ownerPlaces: Places) {
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  const rows = {
    length,
    deal: new Uint32Array(length),
    stage: new Uint16Array(length),
    enteredAt: new Float64Array(length),
    exitedAt: new Float64Array(length),
    toStage: new Int32Array(length),
    exit: new Uint8Array(length),
    arrival: new Uint8Array(length),
    origin: new Uint8Array(length),
    owner: new Uint16Array(length),
    observedFromMs: new Float64Array(length),
  };
  let [row, deals] = [0, 0];
  for (const [position, block] of blocks.entries()) {
    rows.deal.set(
      block.deal.map((deal) => deal + deals),
      row,
    );
    rows.stage.set(block.stage.map(remap(stagePlaces[position])), row);
    rows.enteredAt.set(block.enteredAt, row);
    rows.exitedAt.set(block.exitedAt, row);
    rows.toStage.set(block.toStage.map(remap(stagePlaces[position])), row);
    rows.exit.set(block.exit, row);
    rows.arrival.set(block.arrival, row);
    rows.origin.set(block.origin, row);
    rows.owner.set(block.owner.map(remap(ownerPlaces[position])), row);
    rows.observedFromMs.set(block.observedFromMs, row);
    row += block.length;
    deals += block.dealIds.length;
  }
  return rows;
}

/** -1, "none", stays -1. */
function remap(places: Uint32Array | undefined): (place: number) => number {
  return (place) => (place < 0 ? place : (places?.[place] ?? 0));
}

function joinFloats(columns: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0));
  let place = 0;
  for (const column of columns) {
    joined.set(column, place);
    place += column.length;
  }
  return joined;
}

/** `places` tells the new place of each value that is an index. */
function joinChanges(columns: readonly ChangeColumn[], places?: Places): ChangeColumn {
  const start = new Uint32Array(columns.reduce((sum, column) => sum + column.start.length - 1, 1));
  let [deal, change] = [0, 0];
  for (const column of columns) {
    for (let place = 0; place < column.start.length; place += 1)
      start[deal + place] = change + (column.start[place] ?? 0);
    deal += column.start.length - 1;
    change += column.at.length;
  }
  const values = columns.map(({ value }, position) =>
    places === undefined ? value : value.map(remap(places[position])),
  );
  return { start, at: joinFloats(columns.map(({ at }) => at)), value: joinFloats(values) };
}

function joinFacts(blocks: readonly VisitBlock[]): ReadonlyMap<string, FactColumn> {
  const names = new Set(blocks.flatMap(({ facts }) => [...facts.keys()]));
  return new Map(sorted(names, compareText).map((name) => [name, joinFact(blocks, name)]));
}

function joinFact(blocks: readonly VisitBlock[], name: string): FactColumn {
  return blocks.flatMap(({ dealIds, facts }) => facts.get(name) ?? dealIds.map(() => null));
}
