import { Alert, Button, Select, TextArea } from '@hubspot/ui-extensions';
import { DEFAULT_SETTINGS, parseTemplates, settingsTemplates } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { proposedMatch } from '../../../hubspot-project/src/app/settings/figures/match-stages.ts';
import { stageView } from '../pages/stages-builder.ts';
import { choose, nextId, savesOf, settingsPage, stageId } from './settings-on-a-page.tsx';

const { templates } = settingsTemplates('en');
const b2b = templates[0]!;
const [first, second] = b2b.stages;

describe('a template of the settings', () => {
  async function taken() {
    const page = settingsPage({ tab: 'stages' });
    await page.waitFor(() => [page.find(Select, { name: 'template' }), page.find(Select, { name: `role-${stageId}` })]);
    choose(page, 'template', b2b.templateId);
    expect(page.find(Select, { name: `template-${stageId}` }).props.value).toBe(first!.key);
    page.button('Take it over').trigger('onClick');
    await page.waitFor(() => page.find(Alert, { title: 'Taken over, not saved yet' }));
    return page;
  }

  it('goes into what is being edited, and nothing is saved by that', async () => {
    const page = await taken();

    expect(page.find(TextArea, { name: `guide-${stageId}` }).props.value).toBe(first!.guide);
    expect(page.find(TextArea, { name: `guide-${nextId}` }).props.value).toBe(second!.guide);
    expect(page.sent).toEqual([]);
  });

  it('is saved by the section’s own save, and not taken over a second time by what is read then', async () => {
    const page = await taken();
    savesOf(page)[1]?.trigger('onClick');
    await page.waitFor(() => expect(page.sent).toHaveLength(1));
    await page.waitFor(() => expect(savesOf(page)[1]?.props.disabled).toBe(true));

    expect(page.sent[0]).toMatchObject({
      path: '/v1/settings/criteria',
      body: {
        version: 0,
        value: { stages: { [stageId]: { guide: first!.guide, expectedDays: first!.expectedDays } } },
      },
    });
  });

  it('can be undone until it is saved', async () => {
    const page = await taken();
    const undo = page.findAll(Button, ({ text }) => text === 'Undo changes').at(-1);
    undo?.trigger('onClick');

    expect(page.find(TextArea, { name: `guide-${stageId}` }).props.value).toBe('');
    expect(DEFAULT_SETTINGS.criteria.stages).toEqual({});
  });
});

describe('the list of templates', () => {
  it.each(['en', 'fr'] as const)('is read without leaving out anything, in %s', (language) => {
    const list = settingsTemplates(language);

    expect(parseTemplates(JSON.parse(JSON.stringify(list)))).toEqual(list);
  });
});

describe('proposedMatch', () => {
  it('matches stages of one role in their order, and leaves out what is over', () => {
    const stages = [
      ...['a', 'b'].map((id) => stageView(id)),
      stageView('won', { role: 'won' }),
      stageView('after', { role: 'post-win' }),
    ];
    const stage = (key: string, role: 'open' | 'won') => ({ ...first!, key, role });

    expect(proposedMatch(stages, [stage('one', 'open'), stage('gain', 'won'), stage('two', 'open')])).toEqual({
      a: 'one',
      b: 'two',
      won: 'gain',
    });
  });
});
