import {
  BlockFormatError,
  type DealRecord,
  decodeVisitBlock,
  encodeVisitBlock,
  foldShard,
  mergeDeal,
  mergeVisitTables,
  recordsDigest,
  shardOf,
  type VisitBlock,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDeals } from '../../support/arbitraries.ts';
import { aDealThrough, aRecord, aTimeline, day, someIndex } from '../../support/builders.ts';

const index = someIndex();

const anyRecords = anyDeals.map((deals) =>
  deals.flatMap((reads) => {
    const record = reads.reduce<DealRecord | null>((stored, read) => mergeDeal(stored, read), null);
    return record === null ? [] : [record];
  }),
);

function aBlock(...lines: readonly string[]): VisitBlock {
  const records = lines.map((line, place) => aRecord(aDealThrough(line, { dealId: String(1001 + place) })));
  const block = foldShard(records, index).get('sales');
  if (block === undefined) throw new Error('No visit in sales.');
  return block;
}

describe('encodeVisitBlock and decodeVisitBlock', () => {
  it('bring back every block that the fold makes', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        for (const block of foldShard(records, index).values()) {
          expect(decodeVisitBlock(encodeVisitBlock(block))).toEqual(block);
        }
      }),
    );
  });

  it('give equal bytes for the same records in any order', () => {
    const inTwoOrders = anyRecords.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    );

    fc.assert(
      fc.property(inTwoOrders, ([records, shuffled]) => {
        expect(bytesOf(shuffled)).toEqual(bytesOf(records));
        expect(recordsDigest(shuffled)).toBe(recordsDigest(records));
      }),
    );
  });

  it('refuse bytes with one byte changed, cut off or added', () => {
    const bytes = encodeVisitBlock(aBlock('new 3d, demo 5d, won', 'new 1d, lost'));

    for (let place = 0; place < bytes.length; place += 1) {
      const changed = bytes.slice();
      changed[place] = (changed[place] ?? 0) ^ 0x10;
      expect(() => decodeVisitBlock(changed)).toThrow(BlockFormatError);
      expect(() => decodeVisitBlock(bytes.slice(0, place))).toThrow(BlockFormatError);
    }
    expect(() => decodeVisitBlock(Uint8Array.of(...bytes, 0))).toThrow(BlockFormatError);
  });

  it('take up to 16 bytes a visit with its share of the changes, deal ids and facts not counted', () => {
    const block = aBlock(
      ...Array.from({ length: 400 }, (_, deal) => `new ${1 + (deal % 30)}.37d, demo 12.21d, offer 40.8d, won`),
    );

    const idBytes = block.dealIds.join('').length + 2 * block.dealIds.length;
    expect((encodeVisitBlock({ ...block, facts: new Map() }).length - idBytes) / block.length).toBeLessThanOrEqual(16);
  });

  it('refuse to write a transition that leads nowhere', () => {
    const block = aBlock('new 1d, demo');

    expect(() => encodeVisitBlock({ ...block, toStage: Int32Array.of(0, -1) })).toThrow(/deal 1001/);
  });
});

describe('mergeVisitTables', () => {
  it('gives the same table for any order of blocks, each deal once, by shard and then id', () => {
    const twoOrders = anyRecords.chain((records) =>
      fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray([...byShard(records).values()], { minLength: byShard(records).size }),
      ),
    );

    fc.assert(
      fc.property(twoOrders, ([records, shuffledShards]) => {
        const merged = mergeVisitTables('sales', blocksOf([...byShard(records).values()]));
        const again = mergeVisitTables('sales', blocksOf(shuffledShards));

        expect(again).toEqual(merged);
        expect(encodeVisitBlock(again)).toEqual(encodeVisitBlock(merged));
        const places = merged.dealIds.map((dealId) => `${String(shardOf(dealId)).padStart(3, '0')} ${dealId}`);
        expect(places).toEqual([...new Set(places)].sort());
      }),
    );
  });

  it('keeps each deal with its own stages, owners, changes and facts', () => {
    const first = aRecord(
      aDealThrough('new 1d, demo 1d, won', {
        dealId: '1',
        facts: { dealname: 'One' },
        histories: { hubspot_owner_id: aTimeline('7'), amount: aTimeline('100 1d, 250') },
      }),
    );
    const second = aRecord(
      aDealThrough('demo 2d, lost', { dealId: '2', facts: {}, histories: { hubspot_owner_id: aTimeline('8') } }),
    );

    const merged = mergeVisitTables('sales', blocksOf([[first], [second]]));

    const rows = Array.from({ length: merged.length }, (_, row) => ({
      dealId: merged.dealIds[merged.deal[row]!],
      stageId: merged.stageIds[merged.stage[row]!],
      next: merged.stageIds[merged.toStage[row]!],
      ownerId: merged.ownerIds[merged.owner[row]!],
    }));
    expect(rows.filter(({ dealId }) => dealId === '1')).toEqual([
      { dealId: '1', stageId: 'new', next: 'demo', ownerId: '7' },
      { dealId: '1', stageId: 'demo', next: 'won', ownerId: '7' },
      { dealId: '1', stageId: 'won', next: undefined, ownerId: '7' },
    ]);
    expect(rows.filter(({ dealId }) => dealId === '2').map(({ ownerId }) => ownerId)).toEqual(['8', '8']);
    const deal = merged.dealIds.indexOf('1');
    const { start, value } = merged.amounts;
    expect(value.slice(start[deal], start[deal + 1])).toEqual(Float64Array.of(100, 250));
    expect(merged.facts.get('dealname')).toEqual(merged.dealIds.map((dealId) => (dealId === '1' ? 'One' : null)));
  });

  it('is empty for no blocks, and refuses a block of another pipeline', () => {
    expect(mergeVisitTables('sales', [])).toMatchObject({ length: 0, dealIds: [], newestChangeAt: 0 });
    expect(() => mergeVisitTables('care', [aBlock('new 1d, won')])).toThrow(/pipeline sales/);
  });
});

describe('foldShard', () => {
  it('leaves a deleted deal out and counts it, and leaves nothing of an erased one', () => {
    const deleted = aRecord(aDealThrough('new 1d, demo', { dealId: '5' }), {
      kind: 'deleted',
      dealId: '5',
      readAt: day(9),
      deletedAt: day(8),
    });

    const block = foldShard([deleted, { kind: 'erased', dealId: '6' }], index).get('sales');

    expect(block).toMatchObject({ deletedDeals: 1, length: 0, dealIds: [] });
  });

  it('has a deal that moved in the blocks of both pipelines, each with its own visits', () => {
    const blocks = foldShard([aRecord(aDealThrough('new 1d, demo 2d, welcome 1d, review'))], index);

    expect([...blocks].map(([pipelineId, { length }]) => [pipelineId, length])).toEqual([
      ['care', 2],
      ['sales', 2],
    ]);
  });
});

function bytesOf(records: readonly DealRecord[]): readonly (readonly [string, Uint8Array])[] {
  return [...foldShard(records, index)].map(([pipelineId, block]) => [pipelineId, encodeVisitBlock(block)] as const);
}

function byShard(records: readonly DealRecord[]): ReadonlyMap<number, readonly DealRecord[]> {
  return Map.groupBy(records, ({ dealId }) => shardOf(dealId));
}

function blocksOf(shards: readonly (readonly DealRecord[])[]): readonly VisitBlock[] {
  return shards.flatMap((records) => foldShard(records, index).get('sales') ?? []);
}
