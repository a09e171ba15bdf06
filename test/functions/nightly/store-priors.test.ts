import { type PipelineModel, type SourcesReport, winAt } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { runNightly } from '../../../functions/nightly/run-nightly.ts';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { aDealRead, aDealThrough, aTimeline, day, SALES } from '../../support/builders.ts';
import { fakeFrozenStore } from '../../support/fakes.ts';
import { rollupHost, SNAPSHOT } from '../rollup/rollup-host.ts';

/** Sixty deals of sales, half of them won by day 60, and three that came into care on day 90. As of day 100. */
async function twoPipelines() {
  const host = await rollupHost();
  const { statusStore, queues: rollupQueue } = host;
  const frozenStore = fakeFrozenStore();
  const sales = Array.from({ length: 60 }, (_, place) =>
    aDealThrough(`new ${20 + (place % 9)}d, demo ${2 + (place % 7)}d, ${place % 2 === 0 ? 'won' : 'lost'}`, {
      dealId: String(2000 + place),
    }),
  );
  const care = ['1', '2', '3'].map((dealId) =>
    aDealRead({ dealId, createdAt: day(90), histories: { dealstage: aTimeline('welcome', day(90)) } }),
  );
  await host.run(await Promise.all([...sales, ...care].map((read) => host.record(read))));
  const read = async (pipelineId: string, name: string) =>
    JSON.parse((await host.reportStore.readReport(pipelineId, name)) ?? 'null');
  return {
    ...host,
    nightly: () => runNightly({ ...host.deps, frozenStore, statusStore, rollupQueue }),
    rateOf: async (pipelineId: string, stageId: string) => {
      const { shown }: PipelineModel = await read(pipelineId, 'model');
      return shown?.stageRates.find((rate) => rate.stageId === stageId)?.within;
    },
    model: (pipelineId: string): Promise<PipelineModel> => read(pipelineId, 'model'),
    sources: (pipelineId: string): Promise<SourcesReport> => read(pipelineId, 'sources'),
    prior: (pipelineId: string) => read(pipelineId, 'prior'),
  };
}

describe('the prior that a portal’s pipelines share', () => {
  it('lets a young pipeline tell what the others say, and say that it is theirs', async () => {
    const host = await twoPipelines();
    expect(await host.rateOf('care', 'welcome')).toMatchObject({ kind: 'insufficient' });

    await host.nightly();

    const { others } = await host.prior('care');
    expect(others).toMatchObject([{ pipelineId: 'sales', won: { x: 30, n: 60 }, ledOn: { x: 90, n: 120 } }]);
    expect(await host.rateOf('care', 'welcome')).toMatchObject({
      kind: 'estimate',
      from: 'portal',
      n: Math.round(others[0].wonWithin.n),
    });
    expect(await host.rateOf('care', 'review')).toMatchObject({ from: 'portal' });
    expect((await host.model('care')).position['prior']).not.toBe('none');
  });

  it('lends a young pipeline the stages of the others too, and others than young ones nothing', async () => {
    const host = await twoPipelines();
    const chanceOf = async (stageId: string) => winAt(await host.model('care'), stageId, 0)?.withinHorizon;
    expect(await chanceOf('welcome')).toEqual({ kind: 'insufficient', n: 0, needed: 20 });

    await host.nightly();

    const { lent } = await host.prior('care');
    expect(lent).toMatchObject([{ pipelineId: 'sales', stages: [{ place: 0, followed: 60 }, { followed: 60 }] }]);
    expect(await host.prior('sales')).not.toHaveProperty('lent');
    // No deal of its own was ever there: by 60 of the other pipeline.
    expect(await chanceOf('review')).toMatchObject({ kind: 'estimate', from: 'portal', n: 60 });
    expect(await chanceOf('welcome')).toMatchObject({ kind: 'estimate', from: 'stage', n: 3 });
  });

  it('lends no stages where the night of an earlier version stored none', async () => {
    const host = await twoPipelines();
    await host.nightly();
    const { lent: _lent, ...before } = await host.prior('care');
    await host.reportStore.storeReport('care', 'prior', JSON.stringify(before));

    await refreshReports(host.deps);

    const model = await host.model('care');
    expect(winAt(model, 'welcome', 0)?.withinHorizon.kind).toBe('insufficient');
    expect(await host.rateOf('care', 'welcome')).toMatchObject({ from: 'portal' });
  });

  it('moves a pipeline of many deals next to nothing', async () => {
    const host = await twoPipelines();
    const before = await host.rateOf('sales', 'new');

    await host.nightly();

    const after = await host.rateOf('sales', 'new');
    expect(after).toMatchObject({ kind: 'estimate', from: 'stage' });
    if (before?.kind !== 'estimate' || after?.kind !== 'estimate') throw new Error('The rate is known.');
    expect(after.value).toBeCloseTo(before.value, 1);
  });

  it('is stored by the night alone, and reports are made again with what it stored (L4)', async () => {
    const host = await twoPipelines();
    await host.nightly();
    const prior = await host.prior('sales');
    const before = host.reportStore.dump();

    await refreshReports(host.deps);
    expect(host.reportStore.dump()).toBe(before);

    for (const name of ['model', 'sources']) await host.reportStore.storeReport('care', name, 'null');
    await refreshReports(host.deps);
    expect(host.reportStore.dump()).toBe(before);
    expect(await host.prior('sales')).toEqual(prior);
  });

  it('is none in a portal of one pipeline', async () => {
    const host = await twoPipelines();
    await host.referenceStore.storePipelines({ ...SNAPSHOT, version: 'v2', pipelines: [SALES] });

    await host.nightly();

    expect(await host.prior('sales')).toBeNull();
    expect((await host.model('sales')).position['prior']).toBe('none');
  });
});
