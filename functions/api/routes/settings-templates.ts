import {
  applyTemplate,
  type SettingsTemplate,
  settingsTemplates,
  type TemplateApplication,
} from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { AppError } from '../../errors.ts';
import { changeSection } from '../../settings/change-section.ts';
import { ADMINS } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { parseBody, type Route, route } from '../operation.ts';
import { languageSchema, templateApplicationSchema, templateIdSchema } from '../schemas/settings-templates.ts';
import { sectionAnswer } from '../section-answer.ts';
import type { WarmSettings } from '../warm-settings.ts';

const readOperation = {
  operationId: 'readSettingsTemplates' as const,
  method: 'get' as const,
  path: '/v1/settings/templates',
  summary:
    'Ways of selling as importable settings: roles, expected days, guides, exit criteria and outcomes of stages.',
  params: z.object({}),
  query: z.object({ language: z._default(languageSchema, 'en') }),
  readers: ADMINS,
  problems: [],
};

const applyOperation = {
  operationId: 'applySettingsTemplate' as const,
  method: 'post' as const,
  path: '/v1/settings/templates/{templateId}',
  summary:
    'Writes a template into the settings of the stages that are matched with its own; other stages stay as they are. Answers `conflict` when the settings were changed since the versions named.',
  params: z.object({ templateId: templateIdSchema }),
  query: z.object({}),
  body: templateApplicationSchema,
  readers: ADMINS,
  problems: ['not-found', 'conflict'] as const,
};

type Deps = Pick<ApiDeps, 'settingsStore' | 'referenceStore' | 'rollupQueue' | 'clock' | 'log'> &
  Pick<WarmSettings, 'forgetSettings'>;

export function settingsTemplateRoutes(deps: Deps): readonly Route[] {
  return [
    route(readOperation, async (c, { language }) => c.json(settingsTemplates(language))),
    route(applyOperation, async (c, { templateId }) => {
      const asked = await parseBody(c, templateApplicationSchema);
      const template = settingsTemplates(asked.language).templates.find((each) => each.templateId === templateId);
      if (template === undefined) throw new AppError('not-found', 'There is no template of this id.');
      await requireMatch(deps, template, asked);
      const { stages, criteria } = await deps.settingsStore.readSettings();
      const made = applyTemplate(template, asked.stages, { stages: stages.value, criteria: criteria.value });
      const { userId } = c.var.caller;
      const { versions } = asked;
      // Criteria first: they change no figure, so that a conflict of the second leaves figures as they were.
      const newCriteria = { section: 'criteria', value: made.criteria, version: versions.criteria, userId } as const;
      const newStages = { section: 'stages', value: made.stages, version: versions.stages, userId } as const;
      const criteriaState = await changeSection(deps, newCriteria);
      const stagesState = await changeSection(deps, newStages);
      deps.forgetSettings();
      deps.log.info('settings template applied', { requestId: c.var.requestId, templateId, userId });
      c.header('cache-control', 'no-store');
      return c.json({
        stages: sectionAnswer('stages', stagesState),
        criteria: sectionAnswer('criteria', criteriaState),
      });
    }),
  ];
}

/** Throws a problem that names what is in neither the pipeline nor the template. */
async function requireMatch(
  { referenceStore }: Pick<Deps, 'referenceStore'>,
  template: SettingsTemplate,
  { pipelineId, stages }: Pick<TemplateApplication, 'pipelineId' | 'stages'>,
): Promise<void> {
  const snapshot = await referenceStore.readPipelines();
  const pipeline = snapshot?.pipelines.find((each) => each.pipelineId === pipelineId);
  if (pipeline === undefined) throw new AppError('not-found', 'There is no pipeline of this id.');
  const errors = Object.entries(stages).flatMap(([stageId, key]) => {
    const location = `body.stages.${stageId}`;
    if (!pipeline.stages.some((stage) => stage.stageId === stageId))
      return [{ location, message: 'The pipeline has no stage of this id.' }];
    return template.stages.some((stage) => stage.key === key)
      ? []
      : [{ location, message: 'The template has no stage of this key.' }];
  });
  if (errors.length === 0) return;
  throw new AppError('invalid-request', `Not valid: ${errors.map(({ location }) => location).join(', ')}.`, { errors });
}
