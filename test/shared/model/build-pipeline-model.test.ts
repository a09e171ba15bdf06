import { brotliCompressSync } from 'node:zlib';
import {
  DAY_MS,
  exponentialDraw,
  type PipelineModel,
  seededRandom,
  type VisitTable,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPipelineModel } from '../../../shared/src/model/build-pipeline-model.ts';
import { aDealThrough, aRecord, day, SALES, somePipeline, START } from '../../support/builders.ts';
import { foldedTable, salesTable } from '../../support/sales-table.ts';

const LINES = ['new 3d, demo 5d, offer 9d, won', 'new 1d, lost', 'new 4d, demo 20d, lost', 'new 2d, demo 3d, new 1d'];

const modelOf = (table: VisitTable, overrides: Partial<Parameters<typeof buildPipelineModel>[0]> = {}): PipelineModel =>
  buildPipelineModel({ table, pipeline: SALES, asOf: day(40), horizonDays: 30, seed: 1, position: {}, ...overrides });
const stageOf = (model: PipelineModel, stageId: string) => model.stages.find((stage) => stage.stageId === stageId)!;

describe('buildPipelineModel', () => {
  it('is made of the live stages that deals were in, in display order', () => {
    const model = modelOf(salesTable(SALES, [...LINES, 'old 3d, waiting 2d, demo']));

    expect(model.stages.map(({ stageId }) => stageId)).toEqual(['new', 'demo', 'waiting', 'offer', 'old']);
  });

  it('is made of what was known at its instant, and of nothing later', () => {
    const known = modelOf(salesTable(SALES, ['new 3d, demo', 'new 9d, lost'], 15), { asOf: day(12) });

    const withFuture = modelOf(salesTable(SALES, ['new 3d, demo 10d, won', 'new 9d, lost'], 15), { asOf: day(12) });

    // The future names a stage; nothing else of it is in the model.
    expect(withFuture).toEqual(known);
  });

  it('is the same, byte for byte, in whatever order the deals come', () => {
    const reads = Array.from({ length: 12 }, (_, deal) => LINES[deal % LINES.length]!);
    fc.assert(
      fc.property(fc.shuffledSubarray(reads, { minLength: 12 }), (shuffled) => {
        expect(JSON.stringify(modelOf(salesTable(SALES, shuffled)))).toBe(
          JSON.stringify(modelOf(salesTable(SALES, reads))),
        );
      }),
      { numRuns: 5 },
    );
  });

  it('survives being stored as JSON', () => {
    const model = modelOf(salesTable(SALES, LINES, 12));

    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it('counts deals by where they are, parked ones as open and post-win ones as won', () => {
    const lines = ['new', 'waiting', 'new 1d, won', 'new 1d, won 1d, thanks', 'new 1d, lost', 'new 1d, lost'];

    expect(modelOf(salesTable(SALES, lines)).deals).toEqual({ open: 2, won: 2, lost: 2 });
  });

  it('tells where visits went, however the stages are named or placed', () => {
    const lines = ['new 1d, demo', 'new 1d, offer', 'new 1d, waiting', 'new 1d, lost', 'new 1d, won', 'new 1d, demo'];

    const { exits } = stageOf(modelOf(salesTable(SALES, lines)), 'new');

    expect(exits).toEqual([
      { toStageId: 'demo', kind: 'advanced', count: 2 },
      { toStageId: 'lost', kind: 'lost', count: 1 },
      { toStageId: 'offer', kind: 'skipped', count: 1 },
      { toStageId: 'waiting', kind: 'back', count: 1 },
      { toStageId: 'won', kind: 'won', count: 1 },
    ]);
  });

  it('counts a visit that began before history shows, but gives it no duration', () => {
    const whole = aRecord(aDealThrough('new 3d, demo 4d, won', { dealId: '1' }));
    const late = aRecord(aDealThrough('demo 4d, won', { dealId: '2', createdAt: START - 90 * DAY_MS }));

    const demo = stageOf(modelOf(foldedTable(SALES, [whole, late])), 'demo');

    expect(demo).toMatchObject({ visits: 2, late: 1, open: 0, dwell: { n: 1, exits: 1 } });
    expect(demo.exits).toEqual([{ toStageId: 'won', kind: 'won', count: 2 }]);
  });

  it('watches a merged deal until its merge, and calls that neither won nor lost', () => {
    const won = aRecord(aDealThrough('new 30d, won', { dealId: '1' }));
    const merged = aRecord(aDealThrough('new', { dealId: '2' }), {
      kind: 'merged',
      dealId: '2',
      readAt: day(6),
      mergedAt: day(5),
      intoDealId: '1',
    });

    const stage = stageOf(modelOf(foldedTable(SALES, [won, merged])), 'new');

    expect(stage).toMatchObject({ visits: 2, open: 0, dwell: { n: 2, exits: 1 } });
    expect(stage.exits).toContainEqual({ toStageId: null, kind: 'merged', count: 1 });
    expect(stage.life.censored.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('gives an empty model for an empty table', () => {
    const table = salesTable(SALES, ['new']);

    expect(modelOf(table, { asOf: START - DAY_MS })).toMatchObject({ deals: { open: 0, won: 0, lost: 0 } });
  });

  it('takes no more than 16 KB, compressed, for ten stages with thousands of visits', () => {
    const ids = Array.from({ length: 10 }, (_, place) => `stage-${place}`);
    const pipeline = somePipeline('sales', [...ids, 'won:won', 'lost:lost'].join(', '));
    const random = seededRandom(7);
    const lines = Array.from({ length: 600 }, () => {
      const way = ids.slice(0, 1 + Math.floor(random() * ids.length));
      const end = random() < 0.4 ? 'won' : 'lost';
      return [...way.map((stageId) => `${stageId} ${(exponentialDraw(random) * 9).toFixed(6)}d`), end].join(', ');
    });

    const model = modelOf(salesTable(pipeline, lines), { pipeline, asOf: day(60) });

    expect(model.stages.length).toBe(10);
    expect(brotliCompressSync(JSON.stringify(model)).byteLength).toBeLessThan(16 * 1024);
  });
});
