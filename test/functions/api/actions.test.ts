import { parseActionsReport } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { actionsReportSchema } from '../../../functions/api/schemas/actions-report.ts';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { ADMIN, apiHost, ask, BASE_URL, IDENTITY } from './api-host.ts';
import { filledReports } from './filled-reports.ts';

const DONE = '=HYPERLINK("https://x.example"), “first call”';
const ACTION = {
  actionId: 'action-1',
  pipelineId: 'sales',
  stageId: 'demo',
  day: '2026-02-01',
  done: DONE,
  aim: 'dwell',
};

/** An account of deals whose admin has recorded something, by the API; then reports are made again. */
async function recorded() {
  const { stores } = await filledReports();
  const { reportStore, referenceStore, blockStore, settingsStore, clock } = stores;
  const host = apiHost({ reportStore, referenceStore, blockStore, settingsStore, clock });
  const asking =
    (identity: string) =>
    (path: string, method = 'GET', body?: object) =>
      ask(host, `/v1/${path}`, {
        identity,
        method,
        signedAt: clock.now(),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  const asAdmin = asking(ADMIN);
  const put = await asAdmin('settings/actions', 'PUT', { version: 0, value: { actions: [ACTION] } });
  await refreshReports(stores.deps);
  return { host, asAdmin, asRep: asking(IDENTITY), put };
}

describe('what was done about a stage', () => {
  it('is recorded by an admin, answered with its report, stored or made, and described as it is', async () => {
    const { asAdmin, put } = await recorded();
    const stored = await asAdmin('pipelines/sales/actions');
    const made = await asAdmin('pipelines/sales/actions?dealType=newbusiness');

    expect(put).toMatchObject({ status: 200, json: { version: 1, value: { actions: [ACTION] } } });
    for (const { status, json } of [stored, made]) {
      expect(status).toBe(200);
      expect(parseActionsReport(json)).toEqual(json);
      expect(actionsReportSchema.parse(json)).toEqual(json);
      expect(json.actions).toMatchObject([{ done: DONE, stage: { stageId: 'demo' }, days: 73 }]);
    }
    expect([stored.json.deals.counted, made.json.deals.counted]).toEqual([60, 20]);
  });

  it('is taken along as CSV, without being a formula for a spreadsheet', async () => {
    const { host, asAdmin } = await recorded();
    const { json } = await asAdmin('pipelines/sales/export/actions', 'POST');
    const { url } = json.tables.find(({ table }: { table: string }) => table === 'actions');
    const csv = await (await host.app.request(url.replace(BASE_URL, 'https://gateway.internal'))).text();

    expect(csv).toContain(`"'=HYPERLINK(""https://x.example""), “first call”"`);
    expect(csv).toContain('before.figure');
  });

  it('stays out of every log, also where it is refused', async () => {
    const { host, asAdmin } = await recorded();
    const done = `secret ${'x'.repeat(400)}`;
    const refused = await asAdmin('settings/actions', 'PUT', { version: 1, value: { actions: [{ ...ACTION, done }] } });

    expect(refused).toMatchObject({ status: 400, json: { errors: [{ location: 'body.value.actions.0.done' }] } });
    expect(JSON.stringify([host.lines, refused.json])).not.toMatch(/secret|HYPERLINK|first call/);
  });

  it('is recorded and read by no rep, and told of no person', async () => {
    const { asAdmin, asRep } = await recorded();
    const asked = await Promise.all([
      asRep('settings/actions', 'PUT', { version: 1, value: { actions: [] } }),
      asRep('pipelines/sales/actions'),
      asRep('pipelines/sales/export/actions', 'POST'),
      asAdmin('pipelines/sales/actions?owner=11'),
      asAdmin('pipelines/sales/export/actions?team=north', 'POST'),
    ]);

    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });
});
