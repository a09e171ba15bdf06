import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyParts, keysOf } from '../../../../functions/adapters/dynamodb/keys.ts';

const keys = keysOf('62515');
const id = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const shard = fc.integer({ min: 0, max: 255 });

describe('keysOf', () => {
  it('puts the portal first in every key', () => {
    const everyKey = [
      keys.deal(7, '1001'),
      keys.head(7),
      keys.chunkPart(7, '3-abc', 0),
      keys.report('default', 'stages'),
      keys.reference('owners'),
      keys.status('marks'),
      keys.settings('stages'),
      keys.pastSettings('stages', 7),
      keys.dealErasure('1001'),
      keys.portalErasure,
    ];

    expect(everyKey).toEqual([
      { pk: '62515#deals#007', sk: '1001' },
      { pk: '62515#heads', sk: '007' },
      { pk: '62515#chunks#007', sk: '3-abc#0' },
      { pk: '62515#reports#default', sk: 'stages' },
      { pk: '62515#reference', sk: 'owners' },
      { pk: '62515#status', sk: 'marks' },
      { pk: '62515#settings', sk: 'stages' },
      { pk: '62515#settings-history#stages', sk: '007' },
      { pk: '62515#erasures', sk: 'deal#1001' },
      { pk: '62515#erasures', sk: 'portal' },
    ]);
  });

  it('gives back what it was made of, whatever the ids hold', () => {
    fc.assert(
      fc.property(id, id, id, shard, fc.nat(9), (portalId, first, second, at, part) => {
        const any = keysOf(portalId);
        const padded = String(at).padStart(3, '0');

        expect(keyParts(any.deal(at, first))).toEqual([portalId, 'deals', padded, first]);
        expect(keyParts(any.chunkPart(at, first, part))).toEqual([portalId, 'chunks', padded, first, String(part)]);
        expect(keyParts(any.report(first, second))).toEqual([portalId, 'reports', first, second]);
      }),
    );
  });

  it('keeps accounts apart, whatever their numbers', () => {
    fc.assert(
      fc.property(id, id, shard, (one, other, at) => {
        fc.pre(one !== other);
        expect(keysOf(one).dealsOf(at)).not.toBe(keysOf(other).dealsOf(at));
      }),
    );
  });

  it('sorts shards as numbers are sorted', () => {
    const sortKeys = Array.from({ length: 256 }, (_, at) => keys.head(at).sk);

    expect(sortKeys.toSorted()).toEqual(sortKeys);
  });
});
