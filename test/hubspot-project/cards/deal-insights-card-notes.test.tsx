import { Accordion, Alert, Button, DateInput, LoadingButton, Tag, TextArea } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trigger } from '../pages/page-in-hubspot.tsx';
import { answering, cardOnARecord, type Reply } from './card-on-a-record.tsx';
import { allInsights, anEstimate, daysAgo, tooLittle, winChance } from './insights-builder.ts';

beforeEach(() => vi.spyOn(console, 'error').mockImplementation(() => undefined)); // HubSpot's logger, outside its worker
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const waiting = allInsights();
const hints = (waiting.hints ?? []).map((hint) => ({ ...hint, task: null }));
const atWork = allInsights({ snooze: null, hints });
const kept: Reply = { body: { dealId: '123' } };
const refused: Reply = { body: { code: 'conflict', instance: 'r-1' }, status: 409 };

async function cardShowing(replies: readonly Reply[], locale = 'en-us') {
  const card = cardOnARecord({ replies, locale });
  await card.waitFor(() => expect(card.maybeFind(Accordion)).not.toBeNull());
  const button = (name: string) => card.find(Button, ({ text }) => text === name);
  const loadingButton = (name: string) => card.find(LoadingButton, ({ text }) => text === name);
  return { ...card, button, loadingButton };
}

describe('a hint on the card', () => {
  it('becomes a task at HubSpot in the reader’s language, and is shown as one only once it is there', async () => {
    const withTask = allInsights({ snooze: null });
    const card = await cardShowing([answering(atWork), kept, answering(withTask)], 'fr-fr');

    card.loadingButton('Créer la tâche').trigger('onClick');
    expect(card.findAll(Tag).map(({ text }) => text)).not.toContain('Tâche créée le 23 mars 2026');
    await card.waitFor(() => card.find(Tag, ({ text }) => text === 'Tâche créée le 23 mars 2026'));

    const body = { hintId: 'close-date-passed.123.1', language: 'fr' };
    expect(card.changes).toEqual([{ method: 'POST', path: '/v1/deals/123/tasks', body }]);
  });

  it('is gone at once when it is dismissed, and comes back with a click', async () => {
    const card = await cardShowing([answering(atWork), kept]);

    card.button('Dismiss').trigger('onClick');
    expect(card.text()).not.toContain('Agree on a new date with the buyer.');
    await card.waitFor(() => expect(card.button('Undo').props.disabled).toBe(false));
    card.button('Undo').trigger('onClick');

    expect(card.text()).toContain('Agree on a new date with the buyer.');
    const path = '/v1/deals/123/hints/close-date-passed.123.1';
    expect(card.changes).toEqual([
      { method: 'PUT', path, body: { isDismissed: true } },
      { method: 'PUT', path, body: { isDismissed: false } },
    ]);
  });

  it('comes back by itself, with the reason, where the dismissal could not be kept', async () => {
    const card = await cardShowing([answering(atWork), refused]);

    card.button('Dismiss').trigger('onClick');
    await card.waitFor(() => card.find(Alert, ({ props }) => props.title === 'Not saved'));

    expect(card.text()).toContain('Agree on a new date with the buyer.');
  });
});

describe('a wait with good reason', () => {
  it('is kept with its reason and its last day, and changes what the card says', async () => {
    const card = await cardShowing([answering(atWork), kept, answering(waiting)]);
    const start = () => card.loadingButton('Let it wait');
    expect(start().props.disabled).toBe(true);

    trigger(card.find(TextArea), 'onInput', ' Board meets in April ');
    expect(start().props.disabled).toBe(true);
    trigger(card.find(DateInput), 'onChange', { year: 2026, month: 3, date: 10 });
    start().trigger('onClick');
    await card.waitFor(() => card.find(Alert, ({ props }) => props.title === 'Waiting until Apr 10, 2026'));

    const body = { reason: 'Board meets in April', untilDay: '2026-04-10' };
    expect(card.changes).toEqual([{ method: 'PUT', path: '/v1/deals/123/snooze', body }]);
  });

  it('says at the form what the backend did not accept, and keeps what was typed', async () => {
    const errors = [{ location: 'body.untilDay', message: 'Name a day within a year.' }];
    const invalid = { body: { code: 'invalid-request', instance: 'r-1', errors }, status: 400 };
    const card = await cardShowing([answering(atWork), invalid]);
    trigger(card.find(TextArea), 'onInput', 'Board');
    trigger(card.find(DateInput), 'onChange', { year: 2036, month: 0, date: 1 });
    card.loadingButton('Let it wait').trigger('onClick');
    await card.waitFor(() => card.find(Alert, ({ props }) => props.title === 'Not saved'));

    expect(card.find(Alert, ({ props }) => props.title === 'Not saved').text).toContain('Name a day within a year.');
    expect(card.loadingButton('Let it wait').props).toMatchObject({ disabled: false, loading: false });
  });

  it('can be ended', async () => {
    const card = await cardShowing([answering(waiting), kept, answering(atWork)]);

    card.loadingButton('End the wait').trigger('onClick');
    await card.waitFor(() => card.loadingButton('Let it wait'));

    expect(card.changes).toEqual([{ method: 'DELETE', path: '/v1/deals/123/snooze', body: undefined }]);
  });
});

describe('which estimate is shown', () => {
  const promotion = (reason: 'not-proven' | 'insufficient') => ({
    shows: 'stage-rate' as const,
    reason,
    skill: reason === 'insufficient' ? tooLittle(12, 100) : anEstimate(0.01),
    judgedBy: 'frozen' as const,
  });

  it.each([
    [
      'not-proven',
      'The rate at any age, from 212 visits (all deals in this stage): the estimate by age has not proved better here.',
    ],
    ['insufficient', 'too few forecasts have come due to judge the estimate by age.'],
  ] as const)('is said where the model is not promoted: %s', async (reason, text) => {
    const card = await cardShowing([answering(allInsights({ promotion: promotion(reason) }))]);

    expect(card.text()).toContain(text);
    expect(card.text()).not.toContain('that lasted at least this long: all deals');
  });

  it('is the chance by age where the model is', async () => {
    const winProbability = winChance({ withinHorizon: anEstimate(0.34, { n: 210 }) });
    const card = await cardShowing([answering(allInsights({ winProbability, asOf: daysAgo(0) }))]);

    expect(card.text()).toContain('Measured from 210 visits that lasted at least this long: all deals in this stage.');
  });
});
