import { parseDealInsights } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dealNotesSchema, taskAnswerSchema } from '../../../functions/api/schemas/deal-notes-answers.ts';
import { aDealThrough, START } from '../../support/builders.ts';
import { fakeDealNotes, fakeTaskDesk } from '../../support/fakes.ts';
import { rollupHost } from '../rollup/rollup-host.ts';
import { apiHost, ask, NOW } from './api-host.ts';

const DEAL = '1001';
const CARD = `/v1/deals/${DEAL}/insights?pipeline=sales&stage=demo`;
const hintOf = (ruleId: string) => `${ruleId}.${DEAL}.${START + 3 * 86_400_000}`;
const put = (body: object) => ({ method: 'PUT', body: JSON.stringify(body) });
const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });

/** The API over one open deal that has been in `demo` for months. */
async function openDeal() {
  const stores = await rollupHost();
  const read = aDealThrough('new 3d, demo', { dealId: DEAL, facts: { dealname: 'Acme' } });
  await stores.run([await stores.record(read)]);
  const [dealNotes, taskDesk] = [fakeDealNotes(), fakeTaskDesk()];
  const { dealStore, reportStore, referenceStore } = stores;
  const host = apiHost({ dealStore, reportStore, referenceStore, dealNotes, taskDesk });
  const card = async () => parseDealInsights((await ask(host, CARD)).json);
  return { host, card, dealNotes, taskDesk };
}

describe('a snooze', () => {
  const snooze = { reason: 'Budget round', untilDay: '2026-12-24' };

  it('takes hints from the card as long as it lasts, also when asked for twice, and gives them back when it ends', async () => {
    const { host, card } = await openDeal();
    const before = await card();

    const answers = [
      await ask(host, `/v1/deals/${DEAL}/snooze`, put(snooze)),
      await ask(host, `/v1/deals/${DEAL}/snooze`, put(snooze)),
    ];
    const during = await card();
    const end = await ask(host, `/v1/deals/${DEAL}/snooze`, { method: 'DELETE' });

    expect(answers[0]?.status).toBe(200);
    expect(answers[0]?.json).toEqual(answers[1]?.json);
    expect(z.strictObject(dealNotesSchema.shape).parse(answers[0]?.json)).toEqual(answers[0]?.json);
    expect(before.hints?.length).toBeGreaterThan(0);
    expect(during).toMatchObject({ hints: [], snooze: { ...snooze, isActive: true, setAt: NOW } });
    expect(during.stalled.verdict).toBe('not-applicable');
    expect(end.json).toMatchObject({ snooze: null });
    expect((await card()).hints).toEqual(before.hints);
  });

  it.each([
    ['a day that is over', { ...snooze, untilDay: '2026-01-01' }, 'body.untilDay'],
    ['a day years ahead', { ...snooze, untilDay: '2031-01-01' }, 'body.untilDay'],
    ['no day', { reason: 'Budget round', untilDay: 'soon' }, 'body.untilDay'],
    ['no reason', { ...snooze, reason: ' ' }, 'body.reason'],
  ])('is refused with %s, by the name of what is wrong', async (_what, body, location) => {
    const { host } = await openDeal();

    const { status, json } = await ask(host, `/v1/deals/${DEAL}/snooze`, put(body));

    expect(status).toBe(400);
    expect(json.errors).toMatchObject([{ location }]);
  });

  it('is kept for no deal that is not known', async () => {
    const { host, dealNotes } = await openDeal();

    const { status } = await ask(host, '/v1/deals/77/snooze', put(snooze));

    expect(status).toBe(404);
    expect((await dealNotes.readForChange('77')).version).toBe(0);
  });
});

describe('a dismissed hint', () => {
  it('stays away, leaves room for the next one, and comes back when it is asked for', async () => {
    const { host, card } = await openDeal();
    const before = await card();
    const hintId = before.hints?.[0]?.hintId ?? '';

    const dismissed = await ask(host, `/v1/deals/${DEAL}/hints/${hintId}`, put({ isDismissed: true }));
    const after = await card();
    await ask(host, `/v1/deals/${DEAL}/hints/${hintId}`, put({ isDismissed: false }));

    expect(dismissed.json).toMatchObject({ dismissedHintIds: [hintId] });
    expect(after.hints?.map((hint) => hint.hintId)).not.toContain(hintId);
    expect((await card()).hints).toEqual(before.hints);
  });

  it('must be one of this deal', async () => {
    const { host } = await openDeal();

    const { status } = await ask(host, `/v1/deals/${DEAL}/hints/silence.9.1`, put({ isDismissed: true }));

    expect(status).toBe(404);
  });
});

describe('a follow-up task', () => {
  const hintId = hintOf('no-next-activity');
  const wish = post({ hintId, language: 'en' });

  it('is made once, however often it is asked for, with the hint in its text, and shown at the hint', async () => {
    const { host, card, taskDesk } = await openDeal();

    const [first, second] = [
      await ask(host, `/v1/deals/${DEAL}/tasks`, wish),
      await ask(host, `/v1/deals/${DEAL}/tasks`, wish),
    ];
    const hint = (await card()).hints?.find((each) => each.hintId === hintId);

    expect(first.status).toBe(200);
    expect(second.json).toEqual(first.json);
    expect(z.strictObject(taskAnswerSchema.shape).parse(first.json)).toEqual(first.json);
    expect(taskDesk.tasks).toHaveLength(1);
    expect(taskDesk.tasks[0]).toMatchObject({ dealId: DEAL, subject: 'Follow up: Acme' });
    expect(taskDesk.tasks[0]?.body).toContain(hint?.message.en);
    expect(taskDesk.tasks[0]?.body).toContain(hintId);
    expect(hint?.task).toEqual({ taskId: first.json.taskId, createdAt: first.json.createdAt });
  });

  it('is not made again by the repeat of a call whose answer was lost after HubSpot had made it', async () => {
    const { taskDesk, ...opened } = await openDeal();
    let isFirst = true;
    const losing = {
      ...taskDesk,
      async create(task: Parameters<typeof taskDesk.create>[0]) {
        const made = await taskDesk.create(task);
        if (isFirst) {
          isFirst = false;
          throw new Error('The connection broke.');
        }
        return made;
      },
    };
    const stores = await rollupHost();
    await stores.run([await stores.record(aDealThrough('new 3d, demo', { dealId: DEAL }))]);
    const { dealStore, reportStore, referenceStore } = stores;
    const host = apiHost({ dealStore, reportStore, referenceStore, dealNotes: opened.dealNotes, taskDesk: losing });

    const broken = await ask(host, `/v1/deals/${DEAL}/tasks`, wish);
    const again = await ask(host, `/v1/deals/${DEAL}/tasks`, wish);

    expect(broken.status).toBe(500);
    expect(again.status).toBe(200);
    expect(taskDesk.tasks).toHaveLength(1);
  });

  it('waits for a call that is at work, and takes over from one that was cut off', async () => {
    const { host, dealNotes, taskDesk } = await openDeal();
    const claim = (claimedAt: number) => ({ [hintId]: { claimedAt, isOver: false, created: null } });
    await dealNotes.store(DEAL, { snooze: null, dismissed: {}, tasks: claim(NOW - 1000) }, 0);

    const atWork = await ask(host, `/v1/deals/${DEAL}/tasks`, wish);
    await dealNotes.store(DEAL, { snooze: null, dismissed: {}, tasks: claim(NOW - 120_000) }, 1);
    const cutOff = await ask(host, `/v1/deals/${DEAL}/tasks`, wish);

    expect([atWork.status, cutOff.status]).toEqual([409, 200]);
    expect(taskDesk.tasks).toHaveLength(1);
  });

  it('is made of no hint that the deal does not have', async () => {
    const { host, taskDesk } = await openDeal();

    const { status } = await ask(
      host,
      `/v1/deals/${DEAL}/tasks`,
      post({ hintId: hintOf('ready-to-advance'), language: 'fr' }),
    );

    expect(status).toBe(404);
    expect(taskDesk.tasks).toEqual([]);
  });
});
