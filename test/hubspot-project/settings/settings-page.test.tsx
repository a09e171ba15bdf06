import type { Health } from '@deal-stage-insights/shared';
import {
  Alert,
  Button,
  DescriptionListItem,
  ErrorState,
  Input,
  LoadingButton,
  ProgressBar,
  Select,
  StatusTag,
  StepperInput,
  Text,
  Toggle,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../../hubspot-project/src/app/settings/SettingsPage.tsx';
import { problem, trigger } from '../pages/page-in-hubspot.tsx';
import { AT, health, section, VISIBILITY } from './settings-builder.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** The settings page over a backend that keeps what it is told. `puts` are the changes that arrived. */
function settingsPage(
  given: { readonly health?: Health; readonly onPut?: () => Response; readonly locale?: string } = {},
) {
  const puts: Asked[] = [];
  const stored: Record<string, { version: number; value: unknown }> = {
    visibility: { version: 0, value: VISIBILITY },
    managers: { version: 0, value: { managers: [] } },
  };
  vi.stubGlobal('self', {
    hsFetch: async (url: string, { method = 'GET', body }: { method?: string; body?: { value: object } }) => {
      const path = new URL(url).pathname;
      if (path === '/v1/health') return Response.json(given.health ?? health());
      const name = path.replace('/v1/settings/', '');
      const before = stored[name]!;
      if (method === 'PUT') {
        puts.push({ method, path, body });
        if (given.onPut !== undefined) return given.onPut();
        stored[name] = { version: before.version + 1, value: body?.value };
      }
      const { version, value } = stored[name]!;
      return Response.json(section(name, Object(value), version));
    },
  });
  const renderer = createRenderer('settings');
  renderer.mocks.context.user.locale = given.locale ?? 'en-us';
  renderer.mocks.context.variables = { API_BASE_URL: 'https://insights.example.com' };
  renderer.render(<SettingsPage />);
  const ready = () => renderer.waitFor(() => [renderer.find(StatusTag), renderer.find(StepperInput), addButton()]);
  const addButton = () => renderer.find(Button, ({ text }) => /^(Add|Ajouter)/.test(text ?? ''));
  return { ...renderer, puts, ready, addButton };
}

describe('the health of the connection', () => {
  it('says in a word that all is well, and shows no warning then', async () => {
    const page = settingsPage();
    await page.ready();

    expect(page.find(StatusTag).text).toBe('All is well');
    expect(page.maybeFind(Alert)).toBeNull();
    expect(page.findAll(DescriptionListItem).map(({ props }) => props.label)).toContain('Deals recorded');
  });

  it('names what needs a look, and what to do about it', async () => {
    const page = settingsPage({
      health: health({
        status: 'degraded',
        webhooks: { ...health().webhooks, state: 'never' },
        deadLetters: { count: 2, oldestAt: AT, reasons: [] },
      }),
    });
    await page.ready();

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
    const page = settingsPage({ health: health({ status: 'starting', backfill }) });
    await page.ready();

    expect(page.find(ProgressBar).props).toMatchObject({ value: 25, valueDescription: '1,000 of 4,000 deals' });
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
    page.find(Button, ({ text }) => text === 'Undo changes').trigger('onClick');

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
    await page.waitFor(() => expect(page.puts).toHaveLength(2));

    expect(page.puts.map(({ body }) => body)).toEqual([
      { version: 0, value: { ...VISIBILITY, dealInsights: 'team' } },
      { version: 1, value: { ...VISIBILITY, dealInsights: 'team', showsNamedReps: true } },
    ]);
  });

  it('cannot be saved with a value that the backend would refuse', async () => {
    const page = settingsPage();
    await page.ready();
    trigger(page.find(StepperInput), 'onChange', 3);

    expect(page.find(StepperInput).props.validationMessage).toBe('A whole number from 5 on.');
    expect(saves(page)[0]?.props.disabled).toBe(true);
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const page = settingsPage({ onPut: () => problem(409, 'conflict') });
    await page.ready();
    trigger(page.find(Toggle), 'onChange', true);
    saves(page)[0]?.trigger('onClick');
    await page.waitFor(() => page.find(Alert));

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
    await page.waitFor(() => expect(page.puts).toHaveLength(1));

    expect(page.puts[0]?.body).toEqual({
      version: 0,
      value: { managers: [{ user: 'boss@example.com', teams: 'own' }] },
    });
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
