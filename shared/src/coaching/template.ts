import type { Bilingual } from '../contract/hints.ts';
import type { StageRole } from '../contract/pipelines.ts';
import type { ExitCriterion } from '../contract/settings.ts';
import type { SettingsTemplate, TemplateLanguage, TemplateStage } from '../contract/settings-answers.ts';

/** A way of selling in both languages: see `SettingsTemplate`. */
export interface BilingualTemplate {
  readonly templateId: SettingsTemplate['templateId'];
  readonly label: Bilingual;
  readonly about: Bilingual;
  readonly stages: readonly BilingualStage[];
}

interface BilingualStage {
  readonly key: string;
  readonly role: StageRole;
  readonly label: Bilingual;
  readonly expectedDays: number | null;
  readonly guide: Bilingual;
  readonly exitCriteria: readonly (Unlabelled<ExitCriterion> & { readonly label: Bilingual })[];
  readonly expectedOutcome: { readonly label: Bilingual; readonly probability: number } | null;
}

/** Of each kind on its own. */
type Unlabelled<C> = C extends unknown ? Omit<C, 'label'> : never;

/** Both languages of a text. */
export const say = (en: string, fr: string): Bilingual => ({ en, fr });

/** A closed stage: nothing is done there, and nothing expected. */
export const closedStage = (key: string, role: StageRole, label: Bilingual): BilingualStage => ({
  key,
  role,
  label,
  expectedDays: null,
  guide: say('', ''),
  exitCriteria: [],
  expectedOutcome: null,
});

/** The template as settings hold it: in one language. */
export function inLanguage(template: BilingualTemplate, language: TemplateLanguage): SettingsTemplate {
  const { templateId, label, about, stages } = template;
  return { templateId, label: label[language], about: about[language], stages: stages.map(stageIn) };

  function stageIn({ key, role, expectedDays, ...stage }: BilingualStage): TemplateStage {
    const { expectedOutcome: outcome } = stage;
    return {
      key,
      label: stage.label[language],
      role,
      expectedDays,
      guide: stage.guide[language],
      exitCriteria: stage.exitCriteria.map((criterion) => ({ ...criterion, label: criterion.label[language] })),
      expectedOutcome: outcome === null ? null : { ...outcome, label: outcome.label[language] },
    };
  }
}
