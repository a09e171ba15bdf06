import {
  DAY_MS,
  type DealRead,
  type DealRecord,
  type DealTimeline,
  foldDeal,
  mergeDeal,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRead } from '../../support/arbitraries.ts';
import { aDealRead, aDealThrough, aRecord, aTimeline, day, someIndex } from '../../support/builders.ts';

const index = someIndex();
const fold = (...reads: readonly DealRead[]): DealTimeline => foldDeal(aRecord(...reads), index);
const through = (line: string, overrides?: Parameters<typeof aDealThrough>[1]) =>
  fold(aDealThrough(line, overrides)).visits;

const anyTimeline = fc
  .array(anyRead(), { minLength: 1, maxLength: 5 })
  .map((reads) => reads.reduce<DealRecord | null>((stored, read) => mergeDeal(stored, read), null))
  .map((record) => (record === null ? null : foldDeal(record, index)));

describe('foldDeal', () => {
  it('makes visits that tile the life from the first entry to now, without gap or overlap', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const visits = timeline?.visits ?? [];

        for (const [place, visit] of visits.entries()) {
          const next = visits[place + 1];
          expect(visit.exitedAt).toBe(
            next === undefined && timeline?.status === 'live' ? null : (next?.enteredAt ?? visit.exitedAt),
          );
          if (visit.exitedAt !== null) expect(visit.exitedAt).toBeGreaterThanOrEqual(visit.enteredAt);
          expect(visit.toStageId).toBe(next?.stageId ?? null);
          expect(visit.isSkip).toBe(visit.exitedAt === visit.enteredAt);
          expect(visit.stageId).not.toBe('');
          expect(visit.stageId).not.toBe(next?.stageId);
        }
        const now = day(400);
        const dwell = visits.reduce((sum, { enteredAt, exitedAt }) => sum + (exitedAt ?? now) - enteredAt, 0);
        const [first, last] = [visits[0], visits.at(-1)];
        if (first && last) expect(dwell).toBe((last.exitedAt ?? now) - first.enteredAt);
      }),
      { numRuns: 1000 },
    );
  });

  it('has exactly as many arrivals as exits and deals at work, in every pipeline', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        const visits = timeline?.visits ?? [];
        const exits = visits.filter(({ exit }) => exit !== 'open').length;

        expect(exits + (timeline?.status === 'live' && visits.length > 0 ? 1 : 0)).toBe(visits.length);
        for (const [place, visit] of visits.entries()) {
          const next = visits[place + 1];
          if (next !== undefined)
            expect(visit.exit).toBe(next.pipelineId === visit.pipelineId ? 'transition' : 'moved');
        }
      }),
    );
  });

  it('leaves the last visit open: how long it takes is not known yet', () => {
    expect(through('new 3d, demo')).toMatchObject([
      { stageId: 'new', enteredAt: day(0), exitedAt: day(3), exit: 'transition', toStageId: 'demo' },
      { stageId: 'demo', enteredAt: day(3), exitedAt: null, exit: 'open', toStageId: null },
    ]);
  });

  it('keeps a pass through a stage that took no time, and marks it', () => {
    const visits = fold(
      aDealRead({
        histories: {
          dealstage: [...aTimeline('new'), ...aTimeline('demo 0ms, offer', day(2))],
        },
      }),
    ).visits;

    expect(visits.map(({ stageId, isSkip }) => [stageId, isSkip])).toEqual([
      ['new', false],
      ['demo', true],
      ['offer', false],
    ]);
  });

  it('puts equal instants in the order in which they are listed', () => {
    const stagesOf = (tie: string) =>
      fold(
        aDealRead({
          histories: { dealstage: [...aTimeline('new'), ...aTimeline(tie, day(2)), ...aTimeline('won', day(3))] },
        }),
      ).visits.map(({ stageId }) => stageId);

    expect(stagesOf('offer 0ms, demo')).toEqual(['new', 'offer', 'demo', 'won']);
    expect(stagesOf('demo 0ms, offer')).toEqual(['new', 'demo', 'offer', 'won']);
  });

  it('lets the last of equal instants be the one that leads to the current value', () => {
    const read = aDealRead({
      histories: { dealstage: [...aTimeline('new'), ...aTimeline('demo 0ms, offer', day(2))] },
    });
    const incomplete = aDealRead({
      ...read,
      histories: { dealstage: aTimeline('new').concat(aTimeline('demo', day(2))) },
    });

    expect(fold(read, incomplete).visits.map(({ stageId }) => stageId)).toEqual(
      fold(incomplete, read).visits.map(({ stageId }) => stageId),
    );
    expect(fold(read).visits.at(-1)?.stageId).toBe('offer');
  });

  it('puts equal instants in the middle so that they lead on to what comes next, and collapses repeats', () => {
    const history = [
      ...aTimeline('demo'),
      ...aTimeline('offer 0ms, demo', day(1)),
      ...aTimeline('offer 1d, won', day(2)),
    ];

    expect(fold(aDealRead({ histories: { dealstage: history } })).visits.map(({ stageId }) => stageId)).toEqual([
      'demo',
      'offer',
      'won',
    ]);
  });

  it('lets the value that the next instant repeats come last, even where it is listed first', () => {
    const history = [...aTimeline('new'), ...aTimeline('offer 0ms, demo', day(1)), ...aTimeline('offer', day(2))];

    expect(fold(aDealRead({ histories: { dealstage: history } })).visits).toMatchObject([
      { stageId: 'new' },
      { stageId: 'demo', isSkip: true },
      { stageId: 'offer', enteredAt: day(1), exitedAt: null },
    ]);
  });

  it('ends a visit as moved where the deal goes to another pipeline, and begins one there', () => {
    expect(through('new 1d, demo 2d, welcome')).toMatchObject([
      { pipelineId: 'sales', exit: 'transition' },
      { pipelineId: 'sales', exit: 'moved', toStageId: 'welcome' },
      { pipelineId: 'care', stageId: 'welcome', arrival: 'entered', exit: 'open' },
    ]);
  });

  it('begins a new episode when a won or lost deal is opened again, not when it goes on after the win', () => {
    const visits = through('new 1d, lost 1d, demo 1d, won 1d, thanks 1d, won 1d, new');

    expect(visits.map(({ episode }) => episode)).toEqual([1, 1, 2, 2, 2, 2, 3]);
    expect(visits.map(({ visitNumber }) => visitNumber)).toEqual([1, 1, 1, 1, 1, 2, 2]);
  });

  it('calls a move to an earlier open stage a regression, wherever closed stages are displayed', () => {
    expect(through('offer 1d, demo 1d, offer 1d, lost 1d, won').map(({ isRegression }) => isRegression)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('keeps stages that HubSpot no longer lists, in the pipeline around them', () => {
    expect(
      through('vanished 1d, new 1d, gone 1d, welcome').map(({ stageId, pipelineId }) => [stageId, pipelineId]),
    ).toEqual([
      ['vanished', 'sales'],
      ['new', 'sales'],
      ['gone', 'sales'],
      ['welcome', 'care'],
    ]);
    expect(through('nowhere')).toMatchObject([{ stageId: 'nowhere', pipelineId: '' }]);
  });

  it('lets a deal that was created closed have its one visit there', () => {
    expect(through('won')).toMatchObject([
      { stageId: 'won', role: 'won', exit: 'open', arrival: 'entered', episode: 1 },
    ]);
  });

  it('says late where the entry lies before what history shows: a later first entry, or an import', () => {
    expect(through('new 1d, demo')[0]).toMatchObject({ arrival: 'entered', observedFromMs: 0 });
    expect(through('new[IMPORT] 1d, demo')).toMatchObject([
      { arrival: 'late', origin: 'import', observedFromMs: 0 },
      { arrival: 'entered' },
    ]);
    const cut = aDealRead({ createdAt: day(-10), histories: { dealstage: aTimeline('demo 1d, offer') } });
    expect(fold(cut).visits).toMatchObject([
      { arrival: 'late', enteredAt: day(0), observedFromMs: 10 * DAY_MS },
      { arrival: 'entered', observedFromMs: 0 },
    ]);
  });

  it('counts instants after the last modification as that instant', () => {
    const visits = through('new 9d, demo', { lastModifiedAt: day(2) });

    expect(visits.map(({ enteredAt }) => enteredAt)).toEqual([day(0), day(2)]);
  });

  it('leaves empty stage values out', () => {
    const history = [
      { at: day(0), value: 'new', sourceType: 'CRM_UI' },
      { at: day(1), value: '', sourceType: 'CRM_UI' },
      { at: day(2), value: 'new', sourceType: 'CRM_UI' },
    ];

    expect(fold(aDealRead({ histories: { dealstage: history } })).visits).toMatchObject([
      { stageId: 'new', enteredAt: day(0), exitedAt: null },
    ]);
  });

  it('gives a visit the owner it had when it ended, not the one who took over at that instant', () => {
    const visits = through('new 3d, demo', { histories: { hubspot_owner_id: aTimeline('7 1d, 8 2d, 9') } });

    expect(visits.map(({ ownerId }) => ownerId)).toEqual(['8', '9']);
  });

  it('reads amounts and close dates as HubSpot writes them, and what cannot be read as unknown', () => {
    const timeline = fold(
      aDealThrough('new', {
        histories: {
          amount: aTimeline('1000.000000000000011 1d, 1e3 1d, 12,5 1d, 0'),
          closedate: aTimeline('2026-03-31 1d, 1774915200000 1d, soon'),
        },
      }),
    );

    expect(timeline.amountChanges.map(({ value }) => value)).toEqual([1000, null, 0]);
    expect(timeline.closeDateChanges.map(({ value }) => value)).toEqual([Date.UTC(2026, 2, 31), null]);
  });

  it('ends a deleted deal and a merged one at the instant HubSpot gives', () => {
    const read = aDealThrough('new 1d, demo');
    const deleted = { kind: 'deleted', dealId: '1001', readAt: day(9), deletedAt: day(5) } as const;
    const merged = { kind: 'merged', dealId: '1001', readAt: day(9), mergedAt: day(4), intoDealId: '7' } as const;

    expect(fold(read).recordedAt).toBe(day(1));
    expect(fold(read, deleted).recordedAt).toBe(day(5));
    expect(fold(read, deleted)).toMatchObject({
      status: 'deleted',
      visits: [{}, { exit: 'deleted', exitedAt: day(5) }],
    });
    expect(fold(read, deleted, merged)).toMatchObject({
      status: 'merged',
      mergedIntoDealId: '7',
      visits: [{}, { exit: 'merged', exitedAt: day(4) }],
    });
  });

  it('keeps what was read of a survivor before the merge, whatever HubSpot shows of that time afterwards', () => {
    const before = aDealThrough('new 1d, demo');
    const after = aDealRead({
      mergedDealIds: ['7'],
      mergedAt: day(5),
      lastModifiedAt: day(6),
      histories: { dealstage: aTimeline('welcome 3d, offer 3d, won') },
    });

    const visits = fold(after, before).visits;

    expect(visits.map(({ stageId, enteredAt }) => [stageId, enteredAt])).toEqual([
      ['new', day(0)],
      ['demo', day(1)],
      ['offer', day(5)],
      ['won', day(6)],
    ]);
    expect(visits[2]).toMatchObject({ origin: 'merge', arrival: 'entered' });
  });

  it('begins a survivor late at the merge when nothing was read of it before, at the oldest version if HubSpot names no instant', () => {
    const after = aDealRead({
      mergedDealIds: ['7'],
      lastModifiedAt: day(6),
      histories: { dealstage: aTimeline('welcome 4d, offer') },
    });

    expect(fold({ ...after, mergedAt: day(5) }).visits).toMatchObject([{ stageId: 'offer', enteredAt: day(5) }]);
    expect(fold(after).visits).toMatchObject([
      { stageId: 'offer', enteredAt: day(6), arrival: 'late', origin: 'merge' },
    ]);
  });

  it('says nothing of an erased deal', () => {
    expect(foldDeal({ kind: 'erased', dealId: '1001' }, index)).toMatchObject({
      status: 'erased',
      visits: [],
      facts: {},
    });
  });
});
