import type { TemplateLanguage, TemplateList } from '../contract/settings-answers.ts';
import { inLanguage } from './template.ts';
import { TEMPLATE_B2B } from './template-b2b.ts';
import { TEMPLATE_B2C } from './template-b2c.ts';
import { TEMPLATE_COLLABORATIVE } from './template-collaborative.ts';

/**
 * Ways of selling that an admin may start from: roles, expected days, guides, exit criteria and outcomes of stages. Days and
 * probabilities are rules of thumb, to be held against what is measured. The admin says which of the pipeline's stages is which.
 * @example settingsTemplates('fr').templates[0]?.stages[0]?.label // 'Qualification des prospects'
 */
export function settingsTemplates(language: TemplateLanguage): TemplateList {
  return {
    templates: [TEMPLATE_B2B, TEMPLATE_B2C, TEMPLATE_COLLABORATIVE].map((template) => inLanguage(template, language)),
  };
}
