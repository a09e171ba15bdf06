import { type DealRecord, decodeDealRecord, encodeDealRecord, eraseDeal, mergeDeal } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRead } from '../../support/arbitraries.ts';
import { aDealThrough, aRecord, aTimeline, day } from '../../support/builders.ts';

const anyRecord = fc
  .array(anyRead(), { minLength: 1, maxLength: 6 })
  .map((reads) => reads.reduce<DealRecord | null>((stored, read) => mergeDeal(stored, read), null));

const stored = (record: DealRecord): unknown => JSON.parse(JSON.stringify(encodeDealRecord(record)));

describe('encodeDealRecord and decodeDealRecord', () => {
  it('bring back every record, byte for byte, so that merging goes on as if it had never been stored', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        if (record === null) return;

        const decoded = decodeDealRecord(stored(record), record.dealId);

        expect(JSON.stringify(decoded)).toBe(JSON.stringify(record));
      }),
      { numRuns: 500 },
    );
  });

  it('bring back a tombstone', () => {
    expect(decodeDealRecord(stored(eraseDeal('7')), '7')).toEqual({ kind: 'erased', dealId: '7' });
  });

  it('hold a typical deal in less than 2 KB', () => {
    const facts = Object.fromEntries(
      Array.from({ length: 17 }, (_, place) => [`hs_some_property_${place}`, `value ${place}`]),
    );
    const read = aDealThrough('new 1d, demo 2d, offer 3d, demo 1d, offer 2d, won', {
      facts,
      histories: {
        hubspot_owner_id: aTimeline('70001 2d, 70002'),
        amount: aTimeline('12000 1d, 12500 3d, 9900'),
        closedate: aTimeline('2026-03-31T16:00:00.000Z 9d, 2026-04-30T16:00:00.000Z 1d, 2026-05-31T16:00:00.000Z'),
      },
    });

    expect(JSON.stringify(encodeDealRecord(aRecord(read))).length).toBeLessThan(2048);
  });

  it('refuse a damaged record and name the deal', () => {
    const good = stored(
      aRecord(aDealThrough('new 1d, demo'), { kind: 'deleted', dealId: '1001', readAt: day(3), deletedAt: day(2) }),
    );

    for (const damaged of damages(good)) {
      expect(() => decodeDealRecord(damaged, '1001')).toThrow(/stored record of deal 1001 is damaged/);
    }
    expect(() => decodeDealRecord(good, '1002')).toThrow(/deal 1002 is damaged: it belongs to deal 1001/);
  });

  it('say of a record in a later format that a newer version wrote it, and what to do', () => {
    const later = { ...Object(stored(aRecord(aDealThrough('new 1d, demo')))), f: 2 };

    expect(() => decodeDealRecord(later, '1001')).toThrow(
      'The stored record of deal 1001 is in format 2, and this version of the app reads up to 1: a newer version wrote it. Deploy that version again.',
    );
  });
});

/** The record with each of its parts once replaced by what does not belong there. */
function* damages(good: unknown): Generator<unknown> {
  yield null;
  yield 'text';
  yield [];
  if (typeof good !== 'object' || good === null) return;
  const known = good as Record<string, unknown>;
  for (const name of Object.keys(known)) yield { ...known, [name]: { wrong: true } };
  yield { ...known, f: 0 };
  yield { ...known, src: [] };
  const layers = known['h'] as { p: Record<string, unknown[]> }[];
  const withStages = (dealstage: unknown) => ({ ...known, h: [{ ...layers[0], p: { ...layers[0]?.p, dealstage } }] });
  yield withStages([[0, 'new'], []]);
  yield withStages([[day(1), 'new', 0, -5, 'demo', 0], []]);
  yield withStages([[day(1), 7, 0], []]);
  yield withStages([[day(1), 'new', 0], [1]]);
  yield withStages([
    [day(1), 'new', 0],
    [5, 9, 4, 10],
  ]);
}
