import { DEFAULT_SETTINGS, type Settings, type SettingsSection } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { changeSection } from '../../../functions/settings/change-section.ts';
import { aDealThrough, aTimeline } from '../../support/builders.ts';
import { rollupHost } from './rollup-host.ts';

/** Reports of sixty closed deals, and one that waits in `demo`; as of day 100. */
async function filled() {
  const host = await rollupHost();
  const reads = Array.from({ length: 60 }, (_, place) =>
    aDealThrough(`new ${1 + (place % 9)}d, demo ${2 + (place % 7)}d, offer 5d, ${place % 2 === 0 ? 'won' : 'lost'}`, {
      dealId: String(2000 + place),
      facts: { dealname: place < 12 ? `Test ${place}` : `Deal ${place}` },
      histories: { amount: aTimeline('1000') },
    }),
  );
  await host.run(await Promise.all([...reads, aDealThrough('new 3d, demo', { dealId: '3000' })].map(host.record)));
  const reportOf = async (name: string) => JSON.parse((await host.reportStore.readReport('sales', name)) ?? 'null');
  /** As an admin does it; then rollup does what it was told. */
  const change = async <S extends SettingsSection>(section: S, value: Settings[S]) => {
    const { version } = (await host.settingsStore.readSettings())[section];
    const told = host.queues.shards.length;
    const deps = { settingsStore: host.settingsStore, rollupQueue: host.queues, clock: host.clock };
    await changeSection(deps, { section, value, version, userId: '1' });
    await host.run(host.queues.shards.slice(told));
  };
  return { host, reportOf, change };
}

describe('a change of settings', () => {
  it('leaves blocks alone and has every report made again, which shows it in its position', async () => {
    const { host, reportOf, change } = await filled();
    const [heads, before] = [await host.blockStore.readHeads(), await reportOf('velocity')];

    await change('targets', { targets: [] });
    expect(await reportOf('velocity')).toEqual(before); // The same value again is no change.
    await change('horizons', { days: [20, 60], headlineDays: 20 });

    expect(await host.blockStore.readHeads()).toEqual(heads);
    for (const name of ['model', 'stages', 'flow', 'velocity', 'reps']) {
      const { position } = await reportOf(name);
      expect(position).toEqual({ ...before.position, settings: '0.0.0.1.0.0.0.0.0' });
    }
  });

  it('makes no report anew that only says who may read it', async () => {
    const { reportOf, change } = await filled();
    const before = await reportOf('stages');

    await change('visibility', { ...DEFAULT_SETTINGS.visibility, showsNamedReps: true });
    await change('managers', { managers: [{ user: '7', teams: 'all' }] });

    expect((await reportOf('stages')).position).toEqual(before.position);
  });

  it('sets the horizon of the chances', async () => {
    const { reportOf, change } = await filled();
    expect((await reportOf('stages')).horizonDays).toBe(30);

    await change('horizons', { days: [20, 60], headlineDays: 60 });

    expect((await reportOf('stages')).horizonDays).toBe(60);
    expect((await reportOf('model')).horizonDays).toBe(60);
  });

  it('sets targets of the pipeline, and the quarters of the fiscal year', async () => {
    const { reportOf, change } = await filled();
    const quarters = async () =>
      (await reportOf('forecast')).periods.filter(({ kind }: { kind: string }) => kind === 'quarter');
    expect((await quarters())[0]).toMatchObject({ key: '2026-Q2', fromDay: '2026-04-01', target: null });

    await change('calendar', { ...DEFAULT_SETTINGS.calendar, fiscalYearStartMonth: 3 });
    const ofPipeline = {
      pipelineId: 'sales',
      teamId: null,
      period: 'quarter',
      fromMonth: '2026-03',
      amount: 60_000,
    } as const;
    await change('targets', { targets: [ofPipeline, { ...ofPipeline, teamId: '7', amount: 9 }] });

    const [running] = await quarters();
    expect(running).toMatchObject({ key: '2027-Q1', fromDay: '2026-03-01', toDay: '2026-06-01' });
    expect(running.target).toMatchObject({ amount: 60_000, reachedShare: running.closed.amount / 60_000 });
  });

  it('tells of what was done about a stage, also of one that counts as another by now', async () => {
    const { reportOf, change } = await filled();
    expect((await reportOf('actions')).actions).toEqual([]);
    const action = {
      actionId: 'action-1',
      pipelineId: 'sales',
      stageId: 'demo',
      day: '2026-01-20',
      done: 'Demos are booked on the first call',
      aim: 'dwell',
    } as const;

    await change('actions', { actions: [action, { ...action, actionId: 'action-2', pipelineId: 'care' }] });
    const [told, ...others] = (await reportOf('actions')).actions;
    await change('stages', { ...DEFAULT_SETTINGS.stages, countAs: { demo: 'offer' } });
    const [mapped] = (await reportOf('actions')).actions;

    expect(others).toEqual([]);
    const { actionId, day, done, aim } = action;
    expect(told).toMatchObject({ actionId, day, done, aim, stage: { stageId: 'demo' }, days: 85 });
    expect(mapped.stage.stageId).toBe('offer');
  });

  it('sets working time', async () => {
    const { reportOf, change } = await filled();
    const hours = async () => (await reportOf('stages')).stages[0].workingTime.hoursMedian.value;
    const before = await hours();

    const half = [{ opens: '09:00', closes: '13:00' }];
    await change('calendar', { ...DEFAULT_SETTINGS.calendar, week: [half, half, half, half, half, [], []] });

    expect(await hours()).toBeLessThan(before);
  });

  it('takes the roles of stages: what is parked is no bottleneck, what counts as won is won', async () => {
    const { reportOf, change } = await filled();
    expect((await reportOf('stages')).deals).toMatchObject({ open: 1, won: 30, lost: 30 });

    await change('stages', { ...DEFAULT_SETTINGS.stages, roles: { demo: 'parked', offer: 'won' } });

    const { deals, stages } = await reportOf('stages');
    expect(deals).toMatchObject({ open: 1, won: 30, lost: 30 });
    const roles = stages.map(
      ({ stage }: { stage: { stageId: string; role: string } }) => `${stage.stageId} ${stage.role}`,
    );
    expect(roles).toContain('demo parked');
    expect(roles).not.toContain('offer open');
  });

  it('counts old stages as new ones, leaves out test deals, and begins to count on a day', async () => {
    const { reportOf, change } = await filled();

    await change('testDeals', { filters: [{ property: 'dealname', match: 'contains', values: ['test'] }] });
    expect((await reportOf('stages')).deals).toMatchObject({ open: 1, won: 24, lost: 24 });

    await change('stages', { ...DEFAULT_SETTINGS.stages, countAs: { demo: 'new' } });
    const { stages } = await reportOf('stages');
    const ids = stages.map(({ stage }: { stage: { stageId: string } }) => stage.stageId);
    expect([ids.includes('new'), ids.includes('demo')]).toEqual([true, false]);

    await change('stages', { ...DEFAULT_SETTINGS.stages, countSinceDay: { sales: '2026-03-01' } });
    expect((await reportOf('stages')).deals).toMatchObject({ open: 1, won: 0, lost: 0 });
  });
});
