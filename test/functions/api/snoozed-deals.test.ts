import { DAY_MS, parseStalledReport, shardOf } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { aDealThrough, aTimeline } from '../../support/builders.ts';
import { fakeDealNotes } from '../../support/fakes.ts';
import { rollupHost } from '../rollup/rollup-host.ts';
import { ADMIN, apiHost, ask, BASE_URL } from './api-host.ts';

const SNOOZE = { reason: '=Budget, round', untilDay: '2026-06-30' };

/** Two zombies beside sixty deals that came to an end; on day 100 of the built deals. */
async function host() {
  const stores = await rollupHost();
  const past = Array.from({ length: 60 }, (_, place) =>
    aDealThrough(place % 3 === 0 ? 'new 50d, lost' : `new ${4 + (place % 2)}d, won`, { dealId: String(2000 + place) }),
  );
  const zombies = ['1', '2'].map((dealId) =>
    aDealThrough('new', { dealId, facts: { dealname: `Deal ${dealId}` }, histories: { amount: aTimeline('1000') } }),
  );
  await stores.run(await Promise.all([...past, ...zombies].map((read) => stores.record(read))));
  const { settingsStore, reportStore, referenceStore, blockStore, dealStore, snoozeStore, clock, queues } = stores;
  const api = apiHost({
    reportStore,
    blockStore,
    settingsStore,
    referenceStore,
    dealStore,
    snoozeStore,
    clock,
    dealNotes: fakeDealNotes(),
    rollupQueue: queues,
  });
  const call = (address: string, method = 'GET', body?: object) =>
    ask(api, address, {
      identity: ADMIN,
      method,
      signedAt: clock.now(),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const read = async (address: string) => (await call(`/v1/pipelines/sales/${address}`)).json;
  return {
    call,
    read,
    clock,
    snooze: (dealId: string, untilDay = SNOOZE.untilDay) =>
      call(`/v1/deals/${dealId}/snooze`, 'PUT', { ...SNOOZE, untilDay }),
    stalled: async (filters = '') => parseStalledReport(await read(`stalled${filters}`)),
    rowsOf: async (table: string) => {
      const { json } = await call('/v1/pipelines/sales/export/stalled', 'POST');
      const { url } = json.tables.find((each: { table: string }) => each.table === table);
      return (await (await api.app.request(url.replace(BASE_URL, 'https://gateway.internal'))).text())
        .trim()
        .split('\r\n')
        .slice(1);
    },
    /** What the rollup queue asks for. */
    refresh: () => refreshReports(stores.deps),
    shardsAskedFor: () => queues.shards,
  };
}

describe('a deal that waits with reason', () => {
  it('is told apart from the stalled ones: in counts, lists, deals behind, the export and the overview', async () => {
    const { call, read, snooze, stalled, rowsOf, refresh, shardsAskedFor } = await host();
    const before = await stalled();

    await snooze('2');
    await refresh();
    const during = await stalled();

    expect(shardsAskedFor()).toContain(shardOf('2'));
    expect(before.verdicts).toMatchObject({ open: 2, stalled: 2, waiting: 0 });
    expect(during.verdicts).toMatchObject({ open: 2, stalled: 1, waiting: 1 });
    expect(during.rows.map(({ dealId }) => dealId)).toEqual(['1']);
    expect(during.waiting).toMatchObject([{ dealId: '2', name: 'Deal 2', amount: 1000, ...SNOOZE }]);
    expect([before.amount, during.amount]).toEqual([2000, 1000]);
    expect(during.stages.find(({ stage }) => stage.stageId === 'new')).toMatchObject({ open: 2, stalled: 1 });
    for (const [column, ids] of [
      ['stalled', ['1']],
      ['waiting', ['2']],
      ['open', ['1', '2']],
    ] as const) {
      const { deals } = await read(`deals?report=stalled&cell=${column}`);
      expect([column, deals.map(({ dealId }: { dealId: string }) => dealId)]).toEqual([column, ids]);
    }
    expect((await rowsOf('rows')).map((row) => row.split(',')[0])).toEqual(['1']);
    expect((await rowsOf('waiting'))[0]).toContain(`"'=Budget, round",2026-06-30`);
    expect((await read('overview')).recordFigures[0].now).toMatchObject({ value: 1000, n: 1 });
    expect((await read('coaching')).team.deals.map(({ dealId }: { dealId: string }) => dealId)).toEqual(['1']);
    expect((await call('/v1/pipelines/sales/hygiene')).status).toBe(200);
  });

  it('is told alike by the stored report and by one with filters', async () => {
    const { snooze, stalled, refresh } = await host();

    await snooze('2');
    await refresh();
    const [stored, filtered] = [await stalled(), await stalled('?amountFrom=1')];

    expect(stored.position['snoozes']).not.toBe('none');
    expect(filtered.position).toEqual(stored.position);
    expect([filtered.verdicts.waiting, filtered.waiting]).toEqual([1, stored.waiting]);
  });

  it('is stalled again when it is said not to wait any more, and when its last day is over', async () => {
    const { call, clock, snooze, stalled, refresh } = await host();

    await snooze('1');
    await snooze('2', '2026-04-16');
    await refresh();
    expect((await stalled()).verdicts).toMatchObject({ stalled: 0, waiting: 2 });
    await call('/v1/deals/1/snooze', 'DELETE');
    await refresh();
    expect((await stalled()).verdicts).toMatchObject({ stalled: 1, waiting: 1 });
    clock.set(clock.now() + 3 * DAY_MS);
    await refresh();
    expect((await stalled()).verdicts).toMatchObject({ stalled: 2, waiting: 0 });
  });
});
