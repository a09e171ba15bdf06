import { DEFAULT_SETTINGS, type Health } from '@deal-stage-insights/shared';
import {
  Alert,
  Button,
  DescriptionListItem,
  ErrorState,
  Input,
  LoadingButton,
  NumberInput,
  ProgressBar,
  Select,
  StatusTag,
  StepperInput,
  Tab,
  Tabs,
  Text,
  TextArea,
  Toggle,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../hubspot-project/src/app/settings/SettingsPage.tsx';
import { pipelineList, stageView } from '../pages/stages-builder.ts';
import { problem, trigger } from '../pages/page-in-hubspot.tsx';
import { AT, health, section, VISIBILITY } from './settings-builder.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const [STAGE, NEXT] = [stageView('Discovery'), stageView('Proposal')];
const [stageId, nextId] = [STAGE.stageId, NEXT.stageId];
const PIPELINE = { pipelineId: 'default', label: 'New business', stages: [STAGE, NEXT] };

interface Given {
  readonly health?: Health;
  readonly onPut?: () => Response;
  readonly locale?: string;
  readonly tab?: string;
}

/** The settings page at a tab, over a backend that keeps what it is told. `sent` are the changes that arrived. */
function settingsPage({ health: healthNow = health(), onPut, locale = 'en-us', tab = 'people' }: Given = {}) {
  const sent: Asked[] = [];
  const stored: Record<string, { version: number; value: unknown }> = Object.fromEntries(
    Object.entries(DEFAULT_SETTINGS).map(([name, value]) => [name, { version: 0, value }]),
  );
  vi.stubGlobal('self', {
    hsFetch: async (url: string, { method = 'GET', body }: { method?: string; body?: { value: object } }) => {
      const path = new URL(url).pathname;
      if (method !== 'GET') sent.push({ method, path, body });
      if (path === '/v1/health') return Response.json(healthNow);
      if (path === '/v1/pipelines') return Response.json({ ...pipelineList, pipelines: [PIPELINE] });
      if (path === '/v1/erase') return Response.json({ ...ERASED, ...body });
      const name = path.replace('/v1/settings/', '');
      const before = stored[name]!;
      if (method === 'PUT') {
        if (onPut !== undefined) return onPut();
        stored[name] = { version: before.version + 1, value: body?.value };
      }
      const { version, value } = stored[name]!;
      return Response.json(section(name, Object(value), version));
    },
  });
  const renderer = createRenderer('settings');
  renderer.mocks.context.user.locale = locale;
  renderer.mocks.context.variables = { API_BASE_URL: 'https://insights.example.com' };
  renderer.render(<SettingsPage />);
  const open = (id: string) => trigger(renderer.find(Tabs), 'onSelectedChange', id);
  if (tab !== 'health') open(tab);
  const button = (name: string | RegExp) => renderer.find(Button, ({ text }) => matches(text, name));
  const ready = () => renderer.waitFor(() => [renderer.find(StatusTag), renderer.find(StepperInput), addButton()]);
  const addButton = () => button(/^(Add|Ajouter)/);
  return { ...renderer, sent, open, button, ready, addButton };
}

const matches = (text: string | null | undefined, name: string | RegExp) =>
  typeof name === 'string' ? text === name : name.test(text ?? '');

const ERASED = { dealId: null, askedAt: AT, askedByUserId: '7', finishedAt: AT, itemsRemoved: 12 };

describe('the health of the connection', () => {
  it('says in a word that all is well, and shows no warning then', async () => {
    const page = settingsPage({ tab: 'health' });
    await page.waitFor(() => page.find(StatusTag));

    expect(page.find(StatusTag).text).toBe('All is well');
    expect(page.maybeFind(Alert)).toBeNull();
    expect(page.findAll(DescriptionListItem).map(({ props }) => props.label)).toContain('Deals recorded');
  });

  it('names what needs a look, and what to do about it', async () => {
    const page = settingsPage({
      tab: 'health',
      health: health({
        status: 'degraded',
        webhooks: { ...health().webhooks, state: 'never' },
        deadLetters: { count: 2, oldestAt: AT, reasons: [] },
      }),
    });
    await page.waitFor(() => page.find(Alert));

    expect(page.find(Alert).props.title).toBe('What needs a look');
    expect(page.find(Text, ({ text }) => text?.startsWith('HubSpot has never told') ?? false)).toBeDefined();
    expect(page.find(Text, ({ text }) => text?.startsWith('Some deals could not be read') ?? false)).toBeDefined();
  });

  it('shows how far the first read is', async () => {
    const backfill = {
      backfillId: 'b',
      state: 'running',
      startedAt: AT,
      finishedAt: null,
      dealsFound: 4_000,
      dealsRead: 1_000,
    } as const;
    const page = settingsPage({ tab: 'health', health: health({ status: 'starting', backfill }) });
    await page.waitFor(() => page.find(ProgressBar));

    expect(page.find(ProgressBar).props).toMatchObject({ value: 25, valueDescription: '1,000 of 4,000 deals' });
  });

  it('gives the figures of the last comparison, both sides of it', async () => {
    const sweep = {
      day: '2026-03-10',
      startedAt: AT,
      finishedAt: AT,
      checked: 4_000,
      repaired: 3,
      missing: 1,
      atHubSpot: 3_999,
      recorded: 4_000,
    };
    const reconcile = { lastAt: AT, everyMs: 60_000, checked: 17, repaired: 2, sweep };
    const page = settingsPage({ tab: 'health', health: health({ reconcile }) });
    await page.waitFor(() => page.find(StatusTag));

    const texts = page.findAll(Text).map(({ text }) => text ?? '');
    expect(texts.find((text) => text.includes('17 checked, 2 repaired'))).toBeDefined();
    expect(texts.find((text) => text.includes('4,000 checked, 3 repaired, 1 unknown to HubSpot'))).toBeDefined();
    expect(texts).toContain('3,999 in HubSpot, 4,000 here');
  });
});

describe('the tabs of the settings', () => {
  it('ask for what they show when they are opened, and keep what was typed when another is', async () => {
    const page = settingsPage();
    await page.ready();
    trigger(page.find(Toggle), 'onChange', true);

    page.open('health');
    page.open('people');

    expect(page.find(Toggle).props.checked).toBe(true);
    expect(page.findAll(Tab).map(({ props }) => props.title)).toEqual([
      'Health',
      'Stages',
      'Time and targets',
      'Deals',
      'Hints',
      'People',
      'Erase',
    ]);
  });
});

describe('a section of the settings', () => {
  const saves = (page: ReturnType<typeof settingsPage>) => page.findAll(LoadingButton);

  it('has nothing to save before something is changed, and nothing after it was undone', async () => {
    const page = settingsPage();
    await page.ready();
    expect(saves(page).map(({ props }) => props.disabled)).toEqual([true, true]);

    trigger(page.find(Toggle), 'onChange', true);
    expect(saves(page)[0]?.props.disabled).toBe(false);
    page.findAll(Button, ({ text }) => text === 'Undo changes')[0]?.trigger('onClick');

    expect(page.find(Toggle).props.checked).toBe(false);
    expect(saves(page)[0]?.props.disabled).toBe(true);
  });

  it('is saved once, under the version that was read, and goes on from the new one', async () => {
    const page = settingsPage();
    await page.ready();
    trigger(page.find(Select, { name: 'dealInsights' }), 'onChange', 'team');
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => expect(saves(page)[0]?.props).toMatchObject({ disabled: true, loading: false }));

    trigger(page.find(Toggle), 'onChange', true);
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => expect(page.sent).toHaveLength(2));

    expect(page.sent.map(({ body }) => body)).toEqual([
      { version: 0, value: { ...VISIBILITY, dealInsights: 'team' } },
      { version: 1, value: { ...VISIBILITY, dealInsights: 'team', showsNamedReps: true } },
    ]);
  });

  it('cannot be saved with a value that the backend would refuse', async () => {
    const page = settingsPage();
    await page.ready();
    trigger(page.find(StepperInput), 'onChange', 3);

    expect(page.find(StepperInput).props.validationMessage).toBe('A whole number from 5 to 50.');
    expect(saves(page)[0]?.props.disabled).toBe(true);
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const page = settingsPage({ onPut: () => problem(409, 'conflict') });
    await page.ready();
    trigger(page.find(Toggle), 'onChange', true);
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => page.find(Alert));

    expect(page.button('Load what is saved now')).toBeDefined();
    expect(page.find(Alert).text).toContain('Somebody else has changed this meanwhile');
    expect(page.find(Toggle).props.checked).toBe(true);
  });

  it('takes managers in any spelling of their address, but each once', async () => {
    const page = settingsPage();
    await page.ready();
    page.addButton().trigger('onClick');
    page.addButton().trigger('onClick');
    const type = (place: number, user: string) => trigger(page.find(Input, { name: `user-${place}` }), 'onInput', user);

    type(0, 'Boss@Example.com ');
    expect(page.find(Input, { name: 'user-1' }).props.error).toBe(true);
    type(1, 'boss@example.com');
    expect(page.find(Input, { name: 'user-1' }).props.validationMessage).toBe('This one is listed already.');
    page.find(Button, ({ text }) => text === 'Remove manager 2').trigger('onClick');
    saves(page)[1]?.trigger('onClick');
    await page.waitFor(() => expect(page.sent).toHaveLength(1));

    expect(page.sent[0]?.body).toEqual({
      version: 0,
      value: { managers: [{ user: 'boss@example.com', teams: 'own' }] },
    });
  });

  it('puts what the backend says beside the field that it is about', async () => {
    const errors = [{ location: 'body.value.groupOthersMin', message: 'Not today.' }];
    const onPut = () => Response.json({ code: 'invalid-request', instance: 'r-1', errors }, { status: 400 });
    const page = settingsPage({ onPut });
    await page.ready();
    trigger(page.find(StepperInput), 'onChange', 9);
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => page.find(Alert));

    expect(page.find(StepperInput).props).toMatchObject({ error: true, validationMessage: 'Not today.', value: 9 });
  });

  it('says plainly that it is for admins', async () => {
    vi.stubGlobal('self', { hsFetch: () => Promise.resolve(problem(403, 'forbidden')) });
    const renderer = createRenderer('settings');
    renderer.mocks.context.variables = { API_BASE_URL: 'https://insights.example.com' };
    renderer.render(<SettingsPage />);
    await renderer.waitFor(() => renderer.find(ErrorState));

    expect(renderer.find(ErrorState).props.type).toBe('lock');
  });
});

/** Opens a tab, changes something in it, saves, and gives what was sent. */
async function saved(tab: string, change: (page: ReturnType<typeof settingsPage>) => void, place = 0) {
  const page = settingsPage({ tab });
  await page.waitFor(() => expect(page.findAll(LoadingButton).length).toBeGreaterThan(place));
  change(page);
  page.findAll(LoadingButton)[place]?.trigger('onClick');
  await page.waitFor(() => expect(page.sent).toHaveLength(1));
  return page.sent[0];
}

type Page = ReturnType<typeof settingsPage>;
const type = (page: Page, name: string, text: string) => trigger(page.find(Input, { name }), 'onInput', text);
const choose = (page: Page, name: string, value: unknown) => trigger(page.find(Select, { name }), 'onChange', value);
const put = (name: string, value: object) => ({
  method: 'PUT',
  path: `/v1/settings/${name}`,
  body: { version: 0, value },
});

describe('each section of the settings is changed and saved:', () => {
  it('roles of stages, and stages that count as others', async () => {
    const sent = await saved('stages', (page) => {
      choose(page, `role-${stageId}`, 'parked');
      type(page, 'old-stage', 'deleted-1');
      page.button('Add the old stage').trigger('onClick');
      choose(page, 'old-deleted-1', nextId);
      choose(page, `count-as-${stageId}`, nextId);
    });

    const countAs = { 'deleted-1': nextId, [stageId]: nextId };
    expect(sent).toEqual(put('stages', { roles: { [stageId]: 'parked' }, countAs, countSinceDay: {} }));
  });

  it('what is expected of a stage', async () => {
    const sent = await saved(
      'stages',
      (page) => {
        type(page, `days-${stageId}`, '14');
        trigger(page.find(TextArea, { name: `guide-${stageId}` }), 'onInput', 'Send the proposal.');
        type(page, `outcome-${stageId}`, 'Accepted');
        type(page, `outcome-percent-${stageId}`, '70');
        page.findAll(Button, ({ text }) => text === 'Add an exit criterion')[0]?.trigger('onClick');
        type(page, 'label-0', 'Sponsor named');
        type(page, 'property-0', 'sponsor');
      },
      1,
    );

    const exitCriteria = [{ kind: 'property-set', label: 'Sponsor named', property: 'sponsor' }];
    const expectedOutcome = { label: 'Accepted', probability: 0.7 };
    expect(sent).toEqual(
      put('criteria', {
        stages: { [stageId]: { expectedDays: 14, guide: 'Send the proposal.', exitCriteria, expectedOutcome } },
      }),
    );
  });

  it('working hours and fiscal year', async () => {
    const sent = await saved('time', (page) => {
      type(page, 'week-0', '8-12, 13-16');
      choose(page, 'fiscalYearStartMonth', 4);
    });

    const [, ...days] = DEFAULT_SETTINGS.calendar.week;
    const monday = [
      { opens: '08:00', closes: '12:00' },
      { opens: '13:00', closes: '16:00' },
    ];
    expect(sent).toEqual(put('calendar', { week: [monday, ...days], holidays: [], fiscalYearStartMonth: 4 }));
  });

  it('horizons, and targets', async () => {
    const horizons = await saved(
      'time',
      (page) => {
        type(page, 'horizon-days', '45, 90');
        choose(page, 'headlineDays', 45);
      },
      1,
    );
    expect(horizons).toEqual(put('horizons', { days: [45, 90], headlineDays: 45 }));

    const targets = await saved(
      'time',
      (page) => {
        page.button('Add a target').trigger('onClick');
        type(page, 'target-from-0', '2026-04');
        trigger(page.find(NumberInput, { name: 'target-amount-0' }), 'onChange', 250_000);
      },
      2,
    );
    const target = { teamId: null, period: 'quarter', fromMonth: '2026-04', amount: 250_000 };
    expect(targets).toEqual(put('targets', { targets: [{ pipelineId: PIPELINE.pipelineId, ...target }] }));
  });

  it('segments, and filters of test deals', async () => {
    const segments = await saved('deals', (page) => {
      page.button('Add a segment').trigger('onClick');
      type(page, 'segment-0', 'region');
      type(page, 'segment-label-0', 'Region');
    });
    expect(segments).toEqual(put('segments', { properties: [{ property: 'region', label: 'Region' }] }));

    const filters = await saved(
      'deals',
      (page) => {
        page.button('Add a filter').trigger('onClick');
        type(page, 'filter-values-0', 'test, demo');
      },
      1,
    );
    const filter = { property: 'dealname', match: 'contains', values: ['test', 'demo'] };
    expect(filters).toEqual(put('testDeals', { filters: [filter] }));
  });

  it('rules and their limits, from the rule book', async () => {
    const sent = await saved('hints', (page) => {
      trigger(page.find(NumberInput, { name: 'silence-silentDays' }), 'onChange', 21);
      trigger(page.find(NumberInput, { name: 'slower-than-won-shareGone' }), 'onChange', 90);
      trigger(page.find(Toggle, { label: 'No amount' }), 'onChange', false);
    });

    expect(sent).toEqual(
      put('rules', {
        rules: {
          silence: { isOn: true, thresholds: { silentDays: 21 } },
          'slower-than-won': { isOn: true, thresholds: { shareGone: 0.9 } },
          'no-amount': { isOn: false, thresholds: {} },
        },
      }),
    );
  });
});

describe('erasing', () => {
  it('says what it means, and asks for it only after a second click', async () => {
    const page = settingsPage({ tab: 'erase' });
    const next = () => page.button('Go on');
    type(page, 'erase-name', 'Order 118');
    expect(next().props.disabled).toBe(true);
    type(page, 'erase-name', '118');
    next().trigger('onClick');

    expect(page.find(Alert).props).toMatchObject({ title: 'This cannot be undone', variant: 'danger' });
    expect(page.sent).toEqual([]);
    page.find(LoadingButton).trigger('onClick');
    await page.waitFor(() => expect(page.find(Alert).props.title).toBe('Erased'));

    expect(page.sent).toEqual([{ method: 'POST', path: '/v1/erase', body: { scope: 'deal', dealId: '118' } }]);
    expect(page.find(Alert).text).toContain('12 entries removed.');
  });

  it('can be left again, and takes the account only by its own id', () => {
    const page = settingsPage({ tab: 'erase' });
    choose(page, 'erase-scope', 'portal');
    type(page, 'erase-name', '124');
    expect(page.button('Go on').props.disabled).toBe(true);
    type(page, 'erase-name', '123');
    page.button('Go on').trigger('onClick');
    page.button('Keep it').trigger('onClick');

    expect(page.maybeFind(Alert)).toBeNull();
    expect(page.sent).toEqual([]);
  });
});
