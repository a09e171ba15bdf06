import type { ActionEffect, CorrectiveAction } from '@deal-stage-insights/shared';
import { Alert, StatusTag, TextArea } from '@hubspot/ui-extensions';
import { describe, expect, it } from 'vitest';
import { textOf } from '../cards/card-on-a-record.tsx';
import { aYoungEffect, anEffect } from '../effect-builder.ts';
import { trigger } from '../pages/page-in-hubspot.tsx';
import { stagesReport } from '../pages/stages-builder.ts';
import { nextId, savesOf, settingsPage } from './settings-on-a-page.tsx';

const stageOf = (effect: ActionEffect): ActionEffect => ({ ...effect, stage: { ...effect.stage, stageId: nextId } });

/** The tab, with these recorded. */
async function recorded(
  actions: readonly CorrectiveAction[],
  { effects, ...given }: { readonly effects?: () => readonly ActionEffect[] | null; readonly locale?: string } = {},
) {
  const onEffects = () => {
    const told = effects?.() ?? null;
    return told === null
      ? Response.json({}, { status: 500 })
      : Response.json({ ...stagesReport(), actions: told.map(stageOf) });
  };
  const page = settingsPage({ tab: 'actions', settings: { actions: { actions } }, onEffects, ...given });
  await page.waitFor(() => page.addButton());
  const text = () => textOf(page.getRootNode());
  const tags = () => page.findAll(StatusTag).map((tag) => tag.text);
  return { ...page, text, tags };
}

const ACTION = {
  actionId: 'action-1',
  pipelineId: 'default',
  stageId: nextId,
  day: '2026-05-01',
  done: 'Offers follow one template',
  aim: 'dwell',
} as const;

describe('actions taken, in the settings', () => {
  it('says that nothing is recorded yet, and takes back what was typed until it is saved', async () => {
    const page = await recorded([]);
    expect(page.text()).toContain('Nothing recorded yet.');

    page.button('Add an action').trigger('onClick');
    trigger(page.find(TextArea, { name: 'action-done-0' }), 'onInput', 'Something');
    expect(savesOf(page)[0]?.props.disabled).toBe(true);
    expect(page.text()).toContain('Mend the marked fields first.');
    page.button('Undo changes').trigger('onClick');

    expect(page.text()).toContain('Nothing recorded yet.');
    expect(page.sent).toEqual([]);
  });

  it('shows under an action what came after it: the verdict, both windows, the placebo, how many, and what to mind', async () => {
    const page = await recorded([ACTION], { effects: () => [anEffect({ wasBottleneck: true })] });
    await page.waitFor(() => expect(page.tags()).toContain('Improved'));
    const text = page.text();

    for (const words of ['90 days before', '15 days', '275 cases', '7.8 days', '−50%', '+16%', '−56%', '1,757 cases'])
      expect(text).toContain(words);
    expect(text).toContain('not why');
    expect(text).toContain('regression to the mean');
    expect(page.find(Alert).props.title).toContain('bottleneck');
  });

  it('says of an action that is new, or changed since, that figures come, and of one that is young what it takes', async () => {
    const effects = [aYoungEffect(), anEffect({ actionId: 'action-2', day: '2026-04-01' })];
    const page = await recorded([ACTION, { ...ACTION, actionId: 'action-2', day: '2026-04-02' }], {
      effects: () => effects,
    });
    await page.waitFor(() => expect(page.tags()).toContain('Too little yet'));

    expect(page.text()).toContain('It takes 14 days, and 20 visits');
    expect(page.tags()).not.toContain('Improved');
    expect(page.text()).toContain('Figures come within a minute');
  });

  it('says in French that figures could not be had, keeps what is recorded, and asks again', async () => {
    const effects: ActionEffect[][] = [];
    const page = await recorded([ACTION], { locale: 'fr-fr', effects: () => effects.shift() ?? null });
    await page.waitFor(() => expect(page.text()).toContain('Les chiffres n’ont pas pu être chargés.'));
    expect(page.find(TextArea, { name: 'action-done-0' }).props.value).toBe(ACTION.done);

    effects.push([anEffect()]);
    page.button('Redemander').trigger('onClick');

    await page.waitFor(() => expect(page.tags()).toContain('Mieux'));
    expect(page.text()).toContain('Temps moyen dans la phase');
  });
});
