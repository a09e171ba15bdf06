import { DAY_MS, type CalibrationReport, type ForecastReport, shardOf } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { runNightly } from '../../../functions/nightly/run-nightly.ts';
import { aDealThrough, aTimeline, day } from '../../support/builders.ts';
import { fakeFrozenStore } from '../../support/fakes.ts';
import { rollupHost } from '../rollup/rollup-host.ts';

/** 84 days after the first deals began. */
const MONDAY = '2026-03-30';
const CREATED = day(65);
const OPEN = Array.from({ length: 60 }, (_, place) => String(9000 + place));

/** Eighty deals that closed long ago, and sixty that are open on the Monday. */
async function nightlyHost() {
  const host = await rollupHost();
  const frozenStore = fakeFrozenStore();
  const { statusStore, queues: rollupQueue } = host;
  const closed = Array.from({ length: 80 }, (_, place) =>
    aDealThrough(`new ${1 + (place % 9)}d, demo ${2 + (place % 30)}d, ${place % 2 === 0 ? 'won' : 'lost'}`, {
      dealId: String(2000 + place),
      histories: { amount: aTimeline('1000') },
    }),
  );
  await host.run(await Promise.all([...closed, ...openReads()].map((read) => host.record(read))));
  const report = async (name: string) => JSON.parse((await host.reportStore.readReport('sales', name)) ?? 'null');
  return {
    ...host,
    frozenStore,
    nightly: () => runNightly({ ...host.deps, frozenStore, statusStore, rollupQueue }),
    calibration: async (): Promise<CalibrationReport> => report('calibration'),
    forecast: async (): Promise<ForecastReport> => report('forecast'),
    /** Every other of the open deals is won ten days after the Monday. */
    close: async () => host.run(await Promise.all(openReads(morning(10)).map((read) => host.record(read)))),
  };
}

function openReads(closedAt: number | null = null) {
  return OPEN.map((dealId, place) => {
    const close = { at: closedAt ?? 0, value: place % 2 === 0 ? 'won' : 'lost', sourceType: 'CRM_UI' };
    const dealstage = [...aTimeline('new', CREATED), ...(closedAt === null ? [] : [close])];
    const lastModifiedAt = closedAt ?? CREATED;
    return {
      ...aDealThrough('new', { dealId, createdAt: CREATED, lastModifiedAt }),
      histories: { dealstage, amount: aTimeline('500', CREATED), hubspot_owner_id: [], closedate: [] },
    };
  });
}

const morning = (daysLater: number) => Date.parse(`${MONDAY}T01:00:00Z`) + daysLater * DAY_MS;

describe('the nightly freezing and scoring of forecasts', () => {
  it('keeps what cards would say of each open deal, with the version of the model, one item a shard', async () => {
    const host = await nightlyHost();
    host.clock.set(morning(0));
    await host.nightly();

    const shards = await host.frozenStore.readShards(MONDAY);
    const chances = shards.flatMap((shard) => shard.chances);
    expect(chances.map(({ dealId }) => dealId).toSorted()).toEqual(OPEN);
    for (const shard of shards) {
      expect(shard).toMatchObject({ day: MONDAY, at: morning(0), horizonDays: 30, modelVersion: '1' });
      expect(shard.chances.every(({ dealId }) => shardOf(dealId) === shard.shard)).toBe(true);
    }
    expect(chances[0]).toMatchObject({ pipelineId: 'sales', stageId: 'new', forecast: expect.any(Number), typed: 0.5 });
    const [totals] = await host.frozenStore.readTotals([MONDAY]);
    expect(totals?.totals).toContainEqual({ pipelineId: 'sales', said: (await host.forecast()).next.total });
  });

  it('holds what was said then, not what would be said now, against what came once the horizon has passed', async () => {
    const host = await nightlyHost();
    host.clock.set(morning(0));
    await host.nightly();
    const said = (await host.frozenStore.readShards(MONDAY)).flatMap(({ chances }) => chances);
    const mean = said.reduce((sum, { forecast }) => sum + (forecast ?? 0), 0) / said.length;
    await host.close();

    host.clock.set(morning(29));
    await host.nightly();
    expect((await host.calibration()).frozen).toMatchObject({ forecasts: 0, notDue: 60, scores: null });

    host.clock.set(morning(31));
    await host.nightly();
    const { frozen } = await host.calibration();
    expect(frozen).toMatchObject({ forecasts: 60, deals: 60, modelVersions: ['1'], days: [MONDAY] });
    expect(frozen.scores).toMatchObject({ won: 0.5 });
    expect(frozen.scores?.meanForecast).toBeCloseTo(mean, 10);
    const { trackRecord } = await host.forecast();
    expect(trackRecord.frozen.points).toEqual([
      expect.objectContaining({ day: MONDAY, modelVersion: '1', came: 15_000 }),
    ]);
  });
});
