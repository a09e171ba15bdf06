import { buildPipelineModel, chanceVersions, DAY_MS, seededRandom } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chanceTables, onGrid } from '../../../shared/src/model/chance-tables.ts';
import { readBpi2012 } from '../../support/bpi2012.ts';

it('chanceTables give each deal the chance that its very age has, off by less than .01', async () => {
  const { table, pipeline } = await readBpi2012();
  const asOf = Date.parse('2012-01-09');
  const model = buildPipelineModel({ table, pipeline, asOf, horizonDays: 30, seed: 1, position: {} });
  const chain = {
    liveStageIds: model.stages.map(({ stageId }) => stageId),
    lives: model.stages.map(({ life }) => life),
  };

  const [exact] = chanceVersions(model, 1, seededRandom(7));
  const [tabled] = chanceTables({ chain, timesMs: [0, 30 * DAY_MS], versions: 1, random: seededRandom(7) });

  const gaps = chain.liveStageIds.flatMap((stageId) =>
    Array.from({ length: 200 }, (_, half) => {
      const [now, within] = Array.from(tabled?.withinAt(stageId, (half * DAY_MS) / 3) ?? []);
      expect(now).toBe(0);
      return Math.abs((within ?? Number.NaN) - (exact?.withinAt(stageId, (half * DAY_MS) / 3) ?? Number.NaN));
    }),
  );
  expect(gaps).toHaveLength(200 * chain.liveStageIds.length);
  expect(Math.max(...gaps)).toBeLessThan(0.01);
  expect(tabled?.fromEntry(chain.liveStageIds[0] ?? '')).toEqual(exact?.withinFromEntry(chain.liveStageIds[0] ?? ''));
  expect(Array.from(tabled?.withinAt('no such stage', 0) ?? [])).toEqual([0, 0]);
});

it('betweenAt says of many deals at once what withinAt says of each, and nothing of stages that are not asked about', () => {
  const life = (seed: number) => {
    const counts = Array.from({ length: 44 }, (_, bin) => (bin * seed) % 7);
    return { censored: counts, exits: [counts, counts.map((count) => 6 - count), counts, counts, counts] };
  };
  const chain = { liveStageIds: ['new', 'demo'], lives: [life(3), life(5)] };
  const timesMs = [0, 11.3 * DAY_MS, 30 * DAY_MS];
  const deal = fc.record({
    stageId: fc.constantFrom('new', 'demo', 'unheard of'),
    ageMs: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 200_000 * DAY_MS, noNaN: true })),
  });
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 12 }), fc.subarray(['new', 'demo']), (deals, asked) => {
      const [table] = chanceTables({ chain, timesMs, versions: 1, random: seededRandom(3) });
      const [single] = chanceTables({ chain, timesMs, versions: 1, random: seededRandom(3) });
      const places = table?.placesOf(deals, new Set(asked));

      const between = places === undefined ? [] : [...(table?.betweenAt(places, { from: 1, to: 2 }) ?? [])];

      expect(between).toEqual(
        deals.map(({ stageId, ageMs }) => {
          const within = asked.includes(stageId) ? (single?.withinAt(stageId, ageMs) ?? []) : [];
          return Math.min(1, Math.max(0, (within[2] ?? 0) - (within[1] ?? 0)));
        }),
      );
    }),
  );
});

it('onGrid reads a curve between its steps, and its last step for ever after', () => {
  expect([-1, 0, 1.5, 2, 9].map((step) => onGrid([0, 0.2, 0.3], step))).toEqual([0, 0, 0.25, 0.3, 0.3]);
});
