import { type DealRead, type DealRecord, eraseDeal, mergeDeal } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPresentRead, anyRead } from '../../support/arbitraries.ts';
import { aDealRead, aDealThrough, aRecord, aTimeline, day, START } from '../../support/builders.ts';

const join = (reads: readonly DealRead[]): DealRecord | null =>
  reads.reduce<DealRecord | null>((stored, read) => mergeDeal(stored, read), null);

describe('mergeDeal', () => {
  it('gives the same bytes for any order and repetition of the same reads', () => {
    const shuffledTwice = fc
      .array(anyRead(), { minLength: 1, maxLength: 7 })
      .chain((reads) =>
        fc.tuple(
          fc.constant(reads),
          fc.shuffledSubarray(reads, { minLength: reads.length }),
          fc.array(fc.nat({ max: reads.length - 1 }), { maxLength: 4 }),
        ),
      );

    fc.assert(
      fc.property(shuffledTwice, ([reads, shuffled, repeated]) => {
        const again = [...shuffled, ...repeated.flatMap((place) => reads.slice(place, place + 1))];

        expect(JSON.stringify(join(again))).toBe(JSON.stringify(join(reads)));
      }),
      { numRuns: 2000 },
    );
  });

  it('holds at every instant the revisions of the newest version whose window reaches back to it', () => {
    fc.assert(
      fc.property(fc.array(anyPresentRead(), { minLength: 1, maxLength: 6 }), (anyReads) => {
        const reads = anyReads.map((read) => ({ ...read, mergedDealIds: [] }));

        const record = join(reads);

        for (let at = START; at <= START + 13 * 60_000; at += 60_000) {
          const reaching = reads.filter(({ histories }) => histories.dealstage.some((revision) => revision.at <= at));
          const newest = Math.max(...reaching.map(({ lastModifiedAt }) => lastModifiedAt));
          const told = reaching
            .filter(({ lastModifiedAt }) => lastModifiedAt === newest)
            .flatMap(({ histories }) => histories.dealstage.filter((revision) => revision.at === at));
          expect(new Set(valuesAt(record, at))).toEqual(new Set(told.map(({ value }) => value)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers the stored record itself when a read is repeated, also later', () => {
    fc.assert(
      fc.property(fc.array(anyRead(), { minLength: 1, maxLength: 5 }), (reads) => {
        const stored = join(reads);

        for (const read of reads) expect(mergeDeal(stored, { ...read, readAt: read.readAt + 86_400_000 })).toBe(stored);
      }),
    );
  });

  it('keeps what HubSpot once showed and then dropped from a full window', () => {
    const changes = aTimeline('new 1d, demo 1d, offer 1d, demo 1d, offer 1d, won');
    const early = aDealRead({ histories: { dealstage: changes.slice(0, 4) } });
    const late = aDealRead({ histories: { dealstage: changes.slice(3) } });

    expect(stagesIn(aRecord(early, late))).toEqual(['new', 'demo', 'offer', 'demo', 'offer', 'won']);
  });

  it('lets a revision go that a newer version no longer shows, and keeps what is older than its window', () => {
    const before = aDealThrough('new 1d, demo 1d, offer 1d, won');
    const after = aDealRead({
      lastModifiedAt: day(5),
      histories: { dealstage: [...aTimeline('demo', day(1)), ...aTimeline('won', day(3))] },
    });

    expect(stagesIn(aRecord(before, after))).toEqual(['new', 'demo', 'won']);
  });

  it('is not taken back by a late read of an old version', () => {
    const before = aDealThrough('new 1d, demo 1d, offer');
    const after = aDealRead({ lastModifiedAt: day(5), histories: { dealstage: aTimeline('new 2d, offer') } });

    expect(stagesIn(aRecord(after, before))).toEqual(['new', 'offer']);
  });

  it('shows a revision again once a read of the same version has it: one incomplete answer loses nothing for good', () => {
    const whole = aDealThrough('new 1d, demo 1d, offer', { lastModifiedAt: day(5) });
    const incomplete = aDealRead({
      ...whole,
      histories: { dealstage: whole.histories.dealstage.filter((_, i) => i !== 1) },
    });

    expect(stagesIn(aRecord(whole, incomplete, whole))).toEqual(['new', 'demo', 'offer']);
  });

  it('takes nothing away for an empty window or a missing answer', () => {
    const known = aRecord(aDealThrough('new 1d, demo'));
    const empty = aDealRead({ lastModifiedAt: day(9), histories: { dealstage: [] } });

    expect(stagesIn(mergeDeal(known, empty))).toEqual(['new', 'demo']);
    expect(mergeDeal(known, { kind: 'missing', dealId: '1001', readAt: day(9) })).toBe(known);
    expect(mergeDeal(null, { kind: 'missing', dealId: '1001', readAt: day(9) })).toBeNull();
  });

  it('takes facts from the version modified last, whenever it was read', () => {
    const newer = aDealRead({ lastModifiedAt: day(3), readAt: day(3), facts: { dealname: 'new name' } });
    const older = aDealRead({ lastModifiedAt: day(2), readAt: day(9), facts: { dealname: 'old name' } });

    expect(aRecord(newer, older)).toMatchObject({ version: { facts: { dealname: 'new name' } } });
  });

  it('holds a deal for deleted until a version from then or later is read', () => {
    const deleted = { kind: 'deleted', dealId: '1001', readAt: day(4), deletedAt: day(3) } as const;
    const staleRead = aDealRead({ lastModifiedAt: day(2), readAt: day(5) });
    const restored = aDealRead({ lastModifiedAt: day(6), readAt: day(6) });

    expect(aRecord(deleted, staleRead)).toMatchObject({ deletedAt: day(3) });
    expect(aRecord(deleted, staleRead, restored)).toMatchObject({ deletedAt: null });
    expect(aRecord(restored, deleted)).toMatchObject({ deletedAt: null });
  });

  it('brings an erased deal back by no read', () => {
    const tombstone = eraseDeal('1001');

    fc.assert(
      fc.property(anyRead(), (read) => {
        expect(mergeDeal(tombstone, read)).toBe(tombstone);
      }),
    );
    expect(JSON.stringify(tombstone)).toBe('{"kind":"erased","dealId":"1001"}');
  });

  it('refuses the read of another deal', () => {
    expect(() => mergeDeal(aRecord(aDealRead()), aDealRead({ dealId: '2' }))).toThrow(/deal 2 .* deal 1001/);
  });
});

function valuesAt(record: DealRecord | null, at: number): readonly string[] {
  if (record?.kind !== 'deal') return [];
  const revisions = record.layers.flatMap(({ histories }) => histories.dealstage.revisions);
  return revisions.filter((revision) => revision.at === at).map(({ value }) => value);
}

function stagesIn(record: DealRecord | null): readonly string[] {
  if (record?.kind !== 'deal') return [];
  return record.layers.flatMap(({ histories }) => histories.dealstage.revisions.map(({ value }) => value));
}
