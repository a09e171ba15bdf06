import * as z from 'zod/mini';
import { changeSection } from '../../settings/change-section.ts';
import { SECTION_SCHEMAS } from '../../settings/section-schemas.ts';
import { ADMINS } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { parse, parseBody, type Route, route } from '../operation.ts';
import { sectionChangeSchema, sectionNameSchema } from '../schemas/settings.ts';
import { sectionAnswer } from '../section-answer.ts';
import type { WarmSettings } from '../warm-settings.ts';

const operation = {
  operationId: 'changeSettings' as const,
  method: 'put' as const,
  path: '/v1/settings/{section}',
  summary:
    'Replaces a section of the settings. Answers `conflict` when it was changed since the version named. Rollup is told, and makes again the reports that depend on it.',
  params: z.object({ section: sectionNameSchema }),
  query: z.object({}),
  body: sectionChangeSchema,
  readers: ADMINS,
  problems: ['conflict'] as const,
};

type Deps = Pick<ApiDeps, 'settingsStore' | 'rollupQueue' | 'clock' | 'log'> & Pick<WarmSettings, 'forgetSettings'>;

export const changeSettingsRoute = (deps: Deps): Route =>
  route(operation, async (c, { section }) => {
    const change = await parseBody(c, sectionChangeSchema);
    const value = parse(SECTION_SCHEMAS[section](), change.value, 'body.value');
    const { userId } = c.var.caller;
    const state = await changeSection(deps, { section, value, version: change.version, userId });
    deps.forgetSettings();
    deps.log.info('settings changed', { requestId: c.var.requestId, section, version: state.version, userId });
    c.header('cache-control', 'no-store');
    return c.json(sectionAnswer(section, state));
  });
