import type { RecordedChange, SectionHistory, SettingsSection } from '@deal-stage-insights/shared';
import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { SectionState } from '../../ports/settings-store.ts';
import { ADMINS } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../operation.ts';
import { sectionNameSchema } from '../schemas/settings.ts';
import { sectionAnswer } from '../section-answer.ts';

const params = z.object({ section: sectionNameSchema });

const readOperation = {
  operationId: 'readSettings' as const,
  method: 'get' as const,
  path: '/v1/settings/{section}',
  summary: 'One section of the settings, with the version that a change of it must name.',
  params,
  query: z.object({}),
  readers: ADMINS,
  problems: ['conflict'] as const,
};

const historyOperation = {
  operationId: 'readSettingsHistory' as const,
  method: 'get' as const,
  path: '/v1/settings/{section}/history',
  summary: 'The last fifty changes of a section: by which user, when, from what, to what. Newest first.',
  params,
  query: z.object({}),
  readers: ADMINS,
  problems: ['conflict'] as const,
};

type Deps = Pick<ApiDeps, 'settingsStore'>;

export const readSettingsRoute = ({ settingsStore }: Deps): Route =>
  route(readOperation, async (c, { section }) => {
    c.header('cache-control', 'no-store');
    return c.json(sectionAnswer(section, (await settingsStore.readSettings())[section]));
  });

export const settingsHistoryRoute = ({ settingsStore }: Deps): Route =>
  route(historyOperation, async (c, { section }) => {
    const states = await settingsStore.readHistory(section);
    const history: SectionHistory = { section, changes: changesBetween(section, states) };
    c.header('cache-control', 'no-store');
    return c.json(history);
  });

function changesBetween(section: SettingsSection, states: readonly SectionState[]): readonly RecordedChange[] {
  return states.flatMap(({ version, changedAt, changedByUserId, value }, place): RecordedChange[] => {
    if (changedAt === null || changedByUserId === null) return [];
    const before = version === 1 ? DEFAULT_SETTINGS[section] : states[place + 1]?.value;
    return [{ version, changedAt, changedByUserId, before: before ?? null, after: value }];
  });
}
