import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { coachingReportSchema } from '../../../functions/api/schemas/coaching-report.ts';
import { repsReportSchema } from '../../../functions/api/schemas/reps-report.ts';
import { ADMIN } from './api-host.ts';
import {
  DEALS,
  hostOf,
  identity,
  manager,
  MONTHS,
  NORTH,
  ownerOf,
  REPS,
  thirteenReps,
  userOf,
} from './thirteen-reps.ts';

let stores: Awaited<ReturnType<typeof thirteenReps>>;
beforeAll(async () => {
  stores = await thirteenReps();
});

const hostWith = (opened: Parameters<typeof hostOf>[1] = {}) => hostOf(stores, opened);

describe('GET /v1/pipelines/{id}/reps', () => {
  it('shows a rep the own row and the bands of the own team and the pipeline, and nobody else', async () => {
    const { get } = await hostWith();

    const { status, json, text } = await get(identity(userOf(0)));

    expect(status).toBe(200);
    expect(z.strictObject(repsReportSchema.shape).parse(json)).toEqual(json);
    expect(json).toMatchObject({ view: 'own', reps: [], pooled: null, own: { ownerId: ownerOf(0), owned: DEALS } });
    expect(json.own.comparison).toMatchObject({ verdict: 'worse' });
    expect(json.own.comparison.difference).toBeLessThan(0);
    expect(json.own.won + json.own.lost).toBe(DEALS);
    expect(json.bands.map(({ teamId, reps }: { teamId: string; reps: number }) => [teamId, reps])).toEqual([
      ['north', NORTH],
      [null, REPS],
    ]);
    expect(json.bands[0].measures.won).toMatchObject({ kind: 'band', n: NORTH, median: 15 });
    for (let rep = 1; rep < REPS; rep += 1) expect(text).not.toContain(ownerOf(rep));
  });

  it('shows a rep own counts alone where a comparison would tell of too few others', async () => {
    const { get } = await hostWith({ groupOthersMin: 13 });

    const { json } = await get(identity(userOf(0)));

    expect(z.strictObject(repsReportSchema.shape).parse(json)).toEqual(json);
    expect(json.isCompared).toBe(false);
    expect(json.own).toMatchObject({
      owned: DEALS,
      comparison: null,
      velocityShare: null,
      pace: null,
      conversions: [],
    });
    const named = await hostWith({ groupOthersMin: 13, showsNamedReps: true });
    expect((await named.get(ADMIN)).json).toMatchObject({ isCompared: true });
  });

  it('shows the lonely rep no team, and a stranger no row', async () => {
    const { get } = await hostWith();

    const alone = (await get(identity(userOf(12)))).json;
    const stranger = (await get(identity('404'))).json;

    expect(alone.bands.map(({ teamId }: { teamId: string }) => teamId)).toEqual(['alone', null]);
    expect(alone.bands[0].measures.won).toMatchObject({ n: 1, median: alone.own.won });
    expect([stranger.own, stranger.bands.length]).toEqual([null, 1]);
  });

  it('keeps names from managers and admins until the switch is on', async () => {
    const { get, host } = await hostWith({ managers: [manager('all')] });

    for (const who of [identity('555'), ADMIN]) {
      const { json, text } = await get(who);
      expect(json).toMatchObject({ view: 'own', own: null, reps: [] });
      expect(text).not.toMatch(/700\d\d|Keller/);
      // South and Alone stay closed: what is left beside North and South would be one rep.
      expect(json.bands.map(({ teamId }: { teamId: string }) => teamId)).toEqual(['north', null]);
      expect((await get(who, '?dealType=newbusiness')).status).toBe(403);
      expect((await get(who, `?owner=${ownerOf(1)}`)).status).toBe(403);
    }
    expect(host.lines.filter(({ message }) => message.includes('by name'))).toEqual([]);
  });

  it('shows managers the reps of their teams by name once it is, and logs each look', async () => {
    const { get, host } = await hostWith({ showsNamedReps: true, managers: [manager(['north'])] });

    const { json } = await get(identity('555'));

    expect(repsReportSchema.parse(json)).toEqual(json);
    expect(json.reps.map(({ ownerId }: { ownerId: string }) => ownerId)).toEqual(
      Array.from({ length: NORTH }, (_, rep) => ownerOf(rep)),
    );
    expect(json.reps[1]).toMatchObject({ name: 'Ben Keller', isDeparted: false });
    expect(json.pooled).toBeNull();
    expect(host.lines).toContainEqual({
      message: 'reps looked at by name',
      fields: expect.objectContaining({ report: 'reps', userId: '555' }),
    });
    expect((await get(identity('555'), '?team=south')).status).toBe(403);
    expect((await get(ADMIN, '?team=south')).json.reps).toHaveLength(NORTH);
    expect((await get(identity(userOf(3)))).json).toMatchObject({ view: 'own', reps: [] });
  });

  it('takes whole months only, and says the same of all of them as is stored', async () => {
    const { get } = await hostWith();
    const whole = (await get(identity(userOf(0)))).json;

    expect((await get(identity(userOf(0)), MONTHS)).json.own).toMatchObject({ owned: DEALS, won: whole.own.won });
    for (const query of [
      '?from=2026-02-02&to=2026-03-01',
      '?from=2026-02-01&to=2026-03-02',
      '?from=2024-02-01&to=2024-03-01',
    ]) {
      expect((await get(identity(userOf(0)), query)).status).toBe(400);
    }
  });
});

describe('GET /v1/pipelines/{id}/coaching', () => {
  it('shows a rep the own agenda, and nobody else', async () => {
    const { get } = await hostWith();

    const { status, json, text } = await get(identity(userOf(0)), '', 'coaching');

    expect(status).toBe(200);
    expect(z.strictObject(coachingReportSchema.shape).parse(json)).toEqual(json);
    expect(json).toMatchObject({ view: 'own', reps: [], team: null, isCompared: true, own: { ownerId: ownerOf(0) } });
    expect(json.own.areas.map(({ pointId }: { pointId: string }) => pointId)).toContain('outcome');
    for (let rep = 1; rep < REPS; rep += 1) expect(text).not.toContain(ownerOf(rep));
    expect((await get(identity('404'), '', 'coaching')).json).toMatchObject({ own: null, reps: [], team: null });
  });

  it('shows leaders the pipeline, and reps by name by the switch alone, each look logged', async () => {
    const managers = [manager(['north'])];
    const hidden = await hostWith({ managers });
    for (const who of [identity('555'), ADMIN]) {
      const { json, text } = await hidden.get(who, '', 'coaching');
      expect(json).toMatchObject({ view: 'own', own: null, reps: [], team: { dealsInAll: 0 } });
      expect(text).not.toMatch(/"700\d\d"|Keller/);
    }
    expect(hidden.host.lines.filter(({ message }) => message.includes('by name'))).toEqual([]);

    const shown = await hostWith({ showsNamedReps: true, managers });
    const { json } = await shown.get(identity('555'), '', 'coaching');
    expect(json.reps.map(({ ownerId }: { ownerId: string }) => ownerId)).toEqual(
      Array.from({ length: NORTH }, (_, rep) => ownerOf(rep)),
    );
    expect(json.reps[1]).toMatchObject({ name: 'Ben Keller' });
    expect(shown.host.lines).toContainEqual({
      message: 'reps looked at by name',
      fields: expect.objectContaining({ report: 'coaching', userId: '555' }),
    });
  });

  it('compares with nobody where the group asked for is larger than the others are many', async () => {
    const { get } = await hostWith({ groupOthersMin: REPS });

    const { json } = await get(identity(userOf(0)), '', 'coaching');

    expect(json).toMatchObject({ isCompared: false, own: { strengths: [], areas: [] } });
  });

  it.each([
    ['other people', identity(userOf(1)), `?owner=${ownerOf(2)}`, 403],
    ['a team', ADMIN, '?team=north', 403],
    ['some of the deals', ADMIN, '?dealType=newbusiness', 400],
    ['other days', identity(userOf(1)), '?from=2026-01-01', 400],
  ])('is closed for %s while reps are not shown by name', async (_what, who, query, expected) => {
    const { get } = await hostWith();

    expect((await get(who, query, 'coaching')).status).toBe(expected);
  });
});

describe('figures of a team while reps are not shown by name', () => {
  it('are open over whole months where no difference tells of a few, and say what the team did', async () => {
    const { get } = await hostWith({ managers: [manager(['north'])] });

    const { status, json } = await get(identity('555'), `${MONTHS}&team=north`, 'velocity');

    expect(status).toBe(200);
    expect(json.deals).toMatchObject({ counted: NORTH * DEALS, filteredOut: (REPS - NORTH) * DEALS });
    expect(json.position.people).toMatch(/^[0-9a-f]{16}$/);
    expect(json.previous).toEqual({ fromDay: '2025-10-01', toDay: '2026-01-01' });
    expect((await get(identity('555'), `${MONTHS}&team=north`, 'flow')).json.stages[0].weeks).toEqual([]);
  });

  it.each([
    ['small team', 'team=alone', 403],
    ['team whose difference to the others is one rep', 'team=south', 403],
    ['team of which the manager sees nothing', 'team=north&manager', 403],
    ['part of the team’s deals', 'team=north&dealType=newbusiness', 403],
    ['past day', 'team=north&asOf=2026-03-01', 403],
    ['part of a month', 'team=north&from=2026-02-02', 400],
  ])('are closed for a %s', async (_what, query, expected) => {
    const { get } = await hostWith({ managers: [manager(query.endsWith('manager') ? ['south'] : 'all')] });

    const months = query.includes('from=') ? '?to=2026-04-01' : MONTHS;
    expect((await get(identity('555'), `${months}&${query}`, 'flow')).status).toBe(expected);
  });

  it('are closed to reps, who see their own deals in any report', async () => {
    const { get } = await hostWith();

    expect((await get(identity(userOf(1)), `${MONTHS}&team=north`, 'flow')).status).toBe(403);
    expect((await get(identity(userOf(1)), '?owner=70002', 'flow')).status).toBe(403);
    const { json } = await get(identity(userOf(1)), `?owner=${ownerOf(1)}`, 'flow');
    expect(json.deals.counted).toBe(DEALS);
  });
});
