import {
  DEFAULT_SETTINGS,
  type Health,
  type Settings,
  settingsTemplates,
  type ViewerAnswer,
} from '@deal-stage-insights/shared';
import { Button, Input, LoadingButton, Select, StatusTag, StepperInput, Tabs } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { expect, vi } from 'vitest';
import { SettingsPage } from '../../../hubspot-project/src/app/settings/SettingsPage.tsx';
import { pipelineList, stageView } from '../pages/stages-builder.ts';
import { trigger } from '../pages/page-in-hubspot.tsx';
import { AT, health, section } from './settings-builder.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const [STAGE, NEXT] = [stageView('Discovery'), stageView('Proposal')];
export const [stageId, nextId] = [STAGE.stageId, NEXT.stageId];
export const PIPELINE = { pipelineId: 'default', label: 'New business', stages: [STAGE, NEXT] };

type GivenHealth = Omit<Health, 'hubspot'>;

interface Given {
  /** As it is, or as it is whenever it is asked for. Older backends say nothing of how HubSpot takes their calls. */
  readonly health?: GivenHealth | (() => GivenHealth);
  readonly onPut?: () => Response;
  /** Answers the wish to read the account. */
  readonly onBackfill?: () => Response;
  /** What is saved before; left out: nothing. */
  readonly settings?: Partial<Settings>;
  /** Answers what came after the actions of a pipeline; left out: not made yet. */
  readonly onEffects?: () => Response;
  readonly locale?: string;
  readonly tab?: string;
}

const notMade = () => Response.json({ code: 'not-found', instance: 'r-2' }, { status: 404 });
const noAnswer = () => Response.json({ code: 'conflict', instance: 'r-1' }, { status: 409 });

/** The settings page at a tab, over a backend that keeps what it is told. `sent` are the changes that arrived. */
export function settingsPage({
  health: healthNow = health(),
  onPut,
  onBackfill = noAnswer,
  onEffects = notMade,
  settings = {},
  locale = 'en-us',
  tab = 'people',
}: Given = {}) {
  const sent: Asked[] = [];
  const stored: Record<string, { version: number; value: unknown }> = Object.fromEntries(
    Object.entries({ ...DEFAULT_SETTINGS, ...settings }).map(([name, value]) => [name, { version: 0, value }]),
  );
  vi.stubGlobal('self', {
    hsFetch: async (url: string, { method = 'GET', body }: { method?: string; body?: { value: object } }) => {
      const path = new URL(url).pathname;
      if (method !== 'GET') sent.push({ method, path, body });
      if (path === '/v1/health') return Response.json(typeof healthNow === 'function' ? healthNow() : healthNow);
      if (path === '/v1/pipelines') return Response.json({ ...pipelineList, pipelines: [PIPELINE] });
      if (path === '/v1/pipelines/default/actions') return onEffects();
      if (path === '/v1/viewer') return Response.json(VIEWER);
      if (path === '/v1/backfills') return onBackfill();
      if (path === '/v1/settings/templates') return Response.json(settingsTemplates('en'));
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

const VIEWER: ViewerAnswer = {
  role: 'admin',
  ownerId: null,
  teams: [{ teamId: '71', label: 'Companies' }],
  seesNames: false,
  teamReports: [],
};

const matches = (text: string | null | undefined, name: string | RegExp) =>
  typeof name === 'string' ? text === name : name.test(text ?? '');

const ERASED = { dealId: null, askedAt: AT, askedByUserId: '7', finishedAt: AT, itemsRemoved: 12 };

/** The saves of the sections, in their order. */
export const savesOf = ({ findAll }: Pick<ReturnType<typeof settingsPage>, 'findAll'>) =>
  findAll(LoadingButton, ({ text }) => text === 'Save' || text === 'Enregistrer');

/** Opens a tab, changes something in it, saves, and gives what was sent. */
export async function saved(tab: string, change: (page: ReturnType<typeof settingsPage>) => void, place = 0) {
  const page = settingsPage({ tab });
  await page.waitFor(() => expect(savesOf(page).length).toBeGreaterThan(place));
  change(page);
  savesOf(page)[place]?.trigger('onClick');
  await page.waitFor(() => expect(page.sent).toHaveLength(1));
  return page.sent[0];
}

type Page = ReturnType<typeof settingsPage>;
export const type = (page: Page, name: string, text: string) => trigger(page.find(Input, { name }), 'onInput', text);
export const choose = (page: Page, name: string, value: unknown) =>
  trigger(page.find(Select, { name }), 'onChange', value);
export const put = (name: string, value: object) => ({
  method: 'PUT',
  path: `/v1/settings/${name}`,
  body: { version: 0, value },
});
