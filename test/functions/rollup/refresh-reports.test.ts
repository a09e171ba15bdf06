import { DAY_MS, pipelineIndex } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import type { ReportStore } from '../../../functions/ports/report-store.ts';
import { STORED_REPORTS } from '../../../functions/rollup/served-reports.ts';
import { refreshReports } from '../../../functions/rollup/refresh-reports.ts';
import { rollUpShard } from '../../../functions/rollup/roll-up-shard.ts';
import { warmVisitTables } from '../../../functions/rollup/visit-tables.ts';
import { aDealThrough, CARE, day, SALES } from '../../support/builders.ts';
import { rollupHost, SNAPSHOT } from './rollup-host.ts';

type Host = Awaited<ReturnType<typeof rollupHost>>;

const INDEX = pipelineIndex([SALES, CARE]);
const NAMES = ['model', 'coaching-figures', 'flag-quality', ...STORED_REPORTS, 'reps', 'coaching'];

async function recordAndRollUp(host: Host, line: string): Promise<void> {
  await rollUpShard(host.deps, await host.record(aDealThrough(line)), INDEX);
}

const reportOf = async (host: Host, name = 'stages') =>
  JSON.parse((await host.reportStore.readReport('sales', name)) ?? 'null');

/** A report store that counts what is stored, and tells before each. */
function watched(reportStore: ReportStore, beforeStore: (stored: number) => Promise<unknown> = async () => {}) {
  const stored: string[] = [];
  const watching: ReportStore = {
    ...reportStore,
    async storeReport(pipelineId, name, json) {
      await beforeStore(stored.length);
      stored.push(`${pipelineId} ${name}`);
      return reportStore.storeReport(pipelineId, name, json);
    },
  };
  return { stored, reportStore: watching };
}

describe('refreshReports', () => {
  it('makes the reports of every listed pipeline, also of one without deals', async () => {
    const host = await rollupHost();
    const { stored, reportStore } = watched(host.reportStore);

    await refreshReports({ ...host.deps, reportStore });

    expect(stored).toEqual([...NAMES.map((name) => `sales ${name}`), ...NAMES.map((name) => `care ${name}`)]);
  });

  it('makes nothing before the pipelines have been read', async () => {
    const host = await rollupHost({
      referenceStore: { readPipelines: async () => null, readAccount: async () => null },
    });
    const { stored, reportStore } = watched(host.reportStore);

    await refreshReports({ ...host.deps, reportStore });

    expect(stored).toEqual([]);
  });

  it('makes only those again whose inputs changed', async () => {
    const host = await rollupHost();
    await refreshReports(host.deps);
    await recordAndRollUp(host, 'new 3d, demo');
    const { stored, reportStore } = watched(host.reportStore);

    await refreshReports({ ...host.deps, reportStore });
    await refreshReports({ ...host.deps, reportStore });

    expect(stored).toEqual(NAMES.map((name) => `sales ${name}`));
  });

  it('speaks of the start of the portal’s day, or of the newest change where that is later', async () => {
    const host = await rollupHost();
    host.clock.set(Date.parse('2026-03-29T21:59:00Z'));
    await refreshReports(host.deps);
    const early = await reportOf(host);

    const line = `new ${(host.clock.now() - day(0)) / DAY_MS}d, demo`;
    await recordAndRollUp(host, line);
    await refreshReports(host.deps);
    const late = await reportOf(host);

    expect(new Date(early.asOf).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(new Date(late.asOf).toISOString()).toBe('2026-03-29T21:59:00.000Z');
  });

  it('moves on with the portal’s day, not before', async () => {
    const host = await rollupHost();
    host.clock.set(Date.parse('2026-03-29T21:59:00Z'));
    await refreshReports(host.deps);
    const { stored, reportStore } = watched(host.reportStore);

    host.clock.set(Date.parse('2026-03-29T21:59:59.999Z'));
    await refreshReports({ ...host.deps, reportStore });
    expect(stored).toEqual([]);

    host.clock.set(Date.parse('2026-03-29T22:00:00Z'));
    await refreshReports({ ...host.deps, reportStore });
    expect(stored).toHaveLength(2 * NAMES.length);
    expect(new Date((await reportOf(host)).asOf).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });

  it('says which versions of its inputs it was made from', async () => {
    const host = await rollupHost();
    await recordAndRollUp(host, 'new 3d, demo');
    await refreshReports(host.deps);
    const before = (await reportOf(host)).position;

    await host.referenceStore.storePipelines({ ...SNAPSHOT, version: 'v2' });
    await refreshReports(host.deps);

    expect((await reportOf(host)).position).toEqual({ ...before, pipelines: 'v2' });
    expect((await reportOf(host, 'model')).position).toEqual({ ...before, pipelines: 'v2' });
  });

  it('makes them again when the account’s currency or time zone changed', async () => {
    const host = await rollupHost();
    await refreshReports(host.deps);

    await host.referenceStore.storeAccount({ portalId: '1', timeZone: 'Europe/Paris', currency: 'USD' });
    await refreshReports(host.deps);

    expect(await reportOf(host, 'velocity')).toMatchObject({
      currency: 'USD',
      position: { account: 'USD Europe/Paris' },
    });
  });

  it('heals what a crash left between blocks and reports, and between one report and the next', async () => {
    const host = await rollupHost();
    await recordAndRollUp(host, 'new 3d, demo');
    const { reportStore } = watched(host.reportStore, async (stored) => {
      if (stored === 1) throw new Error('killed');
    });
    await expect(refreshReports({ ...host.deps, reportStore })).rejects.toThrow('killed');

    await refreshReports(host.deps);

    expect((await reportOf(host)).position).toEqual((await reportOf(host, 'model')).position);
  });

  it('looks again after storing: blocks that moved on meanwhile are in the report', async () => {
    const host = await rollupHost();
    await recordAndRollUp(host, 'new');
    const { reportStore } = watched(host.reportStore, async (stored) => {
      if (stored === 0) await recordAndRollUp(host, 'new 3d, demo');
    });

    await refreshReports({ ...host.deps, reportStore });

    const straight = await rollupHost();
    await recordAndRollUp(straight, 'new 3d, demo');
    await refreshReports(straight.deps);
    expect(host.reportStore.dump()).toBe(straight.reportStore.dump());
  });

  it('ends with the newest when an older pass stores last, even if reads still answer the newer report', async () => {
    const host = await rollupHost();
    await recordAndRollUp(host, 'new');
    let readLate: ReportStore['readReport'] = (pipelineId, name) => host.reportStore.readReport(pipelineId, name);
    const { reportStore } = watched(host.reportStore, async (stored) => {
      if (stored !== 0) return;
      await recordAndRollUp(host, 'new 3d, demo');
      await refreshReports(host.deps);
      const newer = new Map(
        await Promise.all(NAMES.map(async (name) => [name, await host.reportStore.readReport('sales', name)] as const)),
      );
      readLate = async (pipelineId, name) => (pipelineId === 'sales' ? newer.get(name) : undefined) ?? null;
    });

    await refreshReports({
      ...host.deps,
      reportStore: { ...reportStore, readReport: (pipelineId, name) => readLate(pipelineId, name) },
    });

    const straight = await rollupHost();
    await recordAndRollUp(straight, 'new 3d, demo');
    await refreshReports(straight.deps);
    expect(host.reportStore.dump()).toBe(straight.reportStore.dump());
  });

  it('reads only changed blocks while the process is warm', async () => {
    const host = await rollupHost();
    const read: number[] = [];
    const readVisitTable = warmVisitTables({
      readChunks(refs) {
        read.push(...refs.map(({ shard }) => shard));
        return host.blockStore.readChunks(refs);
      },
    });
    const deps = { ...host.deps, readVisitTable };
    await recordAndRollUp(host, 'new');
    const other = await host.record(aDealThrough('new', { dealId: '77' }));
    await rollUpShard(deps, other, INDEX);
    await refreshReports(deps);
    expect(read).toHaveLength(2);

    await host.record(aDealThrough('new 1d, demo', { dealId: '77' }));
    await rollUpShard(deps, other, INDEX);
    await refreshReports(deps);

    expect(read.slice(2)).toEqual([other]);
  });
});
