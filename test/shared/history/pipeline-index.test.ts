import { exitKindOf, foldDeal, pipelineIndex, stageRole, stageView } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRead } from '../../support/arbitraries.ts';
import { aRecord, CARE, SALES, someIndex, somePipeline } from '../../support/builders.ts';

describe('stageRole', () => {
  it('takes won and lost from probability and isClosed together, never from one alone', () => {
    expect(stageRole({ probability: 1, isClosed: true })).toBe('won');
    expect(stageRole({ probability: 0, isClosed: true })).toBe('lost');
    expect(stageRole({ probability: 0, isClosed: false })).toBe('open');
    expect(stageRole({ probability: 1, isClosed: false })).toBe('open');
    expect(stageRole({ probability: 0.5, isClosed: true })).toBe('open');
    expect(stageRole({ probability: null, isClosed: true })).toBe('open');
  });
});

describe('pipelineIndex', () => {
  it('ranks the open stages alone, wherever the others are displayed', () => {
    const { stages } = someIndex();

    expect(SALES.stages.map(({ stageId }) => stages.get(stageId)?.openRank)).toEqual([0, 1, null, null, 2, null, null]);
  });

  it('has a digest of the map from stage to pipeline alone', () => {
    const relabelled = {
      ...SALES,
      label: 'x',
      stages: SALES.stages.toReversed().map((stage) => ({ ...stage, label: 'y' })),
    };
    const { stageMapDigest } = pipelineIndex([SALES, CARE]);

    expect(pipelineIndex([CARE, relabelled]).stageMapDigest).toBe(stageMapDigest);
    expect(pipelineIndex([SALES]).stageMapDigest).not.toBe(stageMapDigest);
    expect(pipelineIndex([{ ...SALES, pipelineId: 'other' }, CARE]).stageMapDigest).not.toBe(stageMapDigest);
  });

  it('stands in for a stage that is not listed with an unknown one of that id', () => {
    expect(stageView(someIndex(), 'gone')).toMatchObject({ stageId: 'gone', isUnknown: true, role: 'open' });
    expect(stageView(someIndex(), 'demo')).toMatchObject({ stageId: 'demo', isUnknown: false });
  });
});

describe('exitKindOf', () => {
  it.each([
    ['new', 'demo', 'advanced'],
    ['new', 'offer', 'skipped'],
    ['offer', 'new', 'back'],
    ['demo', 'won', 'won'],
    ['demo', 'lost', 'lost'],
    ['demo', 'waiting', 'back'],
    ['waiting', 'demo', 'advanced'],
    ['won', 'thanks', 'advanced'],
    ['won', 'demo', 'back'],
    ['lost', 'new', 'back'],
    ['demo', 'gone', 'advanced'],
    ['gone', 'demo', 'advanced'],
  ])('calls the way from %s to %s %s', (from, to, kind) => {
    expect(exitKindOf(from, to, someIndex())).toBe(kind);
  });

  it('does not depend on where won, lost, parked and post-win stages are displayed, nor do the visits', () => {
    const places = fc.shuffledSubarray(['waiting:parked', 'lost:lost', 'won:won', 'thanks:post-win'], { minLength: 4 });
    const anyIndex = fc
      .tuple(places, fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 }))
      .map(([others, slots]) => {
        const open = ['new', 'demo', 'offer'];
        const stages = [0, 1, 2, 3].flatMap((slot) => [
          ...others.filter((_, place) => slots[place] === slot),
          ...open.slice(slot, slot + 1),
        ]);
        return someIndex(somePipeline('sales', stages.join(', ')), CARE);
      });

    fc.assert(
      fc.property(anyIndex, fc.array(anyRead(), { minLength: 1, maxLength: 3 }), (index, reads) => {
        fc.pre(reads.some(({ kind }) => kind !== 'missing'));
        const record = aRecord(...reads);

        expect(foldDeal(record, index)).toEqual(foldDeal(record, someIndex()));
      }),
    );
  });
});
