import { applyTemplate, DEFAULT_SETTINGS, settingsTemplates } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { templateListSchema } from '../../../functions/api/schemas/settings-templates.ts';
import { SECTION_SCHEMAS } from '../../../functions/settings/section-schemas.ts';
import { PIPELINE_MODELS } from '../../../local/generator/pipeline-models.ts';

const [english, french] = [settingsTemplates('en').templates, settingsTemplates('fr').templates];
const [B2B, B2C] = english;
if (B2B === undefined || B2C === undefined) throw new Error('There are templates.');

describe('settingsTemplates', () => {
  it('are three, of the same stages in both languages, every text in each', () => {
    expect(english.map(({ templateId }) => templateId)).toEqual(['b2b', 'b2c', 'collaborative']);
    expect(french.map(keysOf)).toEqual(english.map(keysOf));
    const [inEnglish, inFrench] = [textsOf(english), textsOf(french)];
    expect(inFrench).toHaveLength(inEnglish.length);
    for (const [place, text] of inEnglish.entries()) {
      expect(text.length).toBeGreaterThan(5);
      expect(inFrench[place]).not.toBe(text);
    }
  });

  it.each(english)('hold what settings may hold, and cover the stages of such a pipeline: $templateId', (template) => {
    expect(templateListSchema.parse({ templates: [template] })).toEqual({ templates: [template] });
    const matched = Object.fromEntries(template.stages.map(({ key }, place) => [String(1000 + place), key]));
    const { stages, criteria } = applyTemplate(template, matched, DEFAULT_SETTINGS);
    expect(SECTION_SCHEMAS.stages().parse(stages)).toEqual(stages);
    expect(SECTION_SCHEMAS.criteria().parse(criteria)).toEqual(criteria);
    const known = PIPELINE_MODELS.map((model) => model.stages.length);
    expect(known).toContain(template.stages.length);
  });

  it('expect a higher chance of each stage than of the one before', () => {
    for (const { stages } of english) {
      const chances = stages.flatMap(({ role, expectedOutcome }) =>
        role === 'open' && expectedOutcome !== null ? [expectedOutcome.probability] : [],
      );
      expect(chances.length).toBeGreaterThan(2);
      expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    }
  });

  it('have a stage beside the way and one after the win for sales to people', () => {
    const roles = Object.fromEntries(B2C.stages.map(({ key, role }) => [key, role]));

    expect(roles).toMatchObject({ cart: 'parked', purchase: 'won', 'follow-up': 'post-win', lost: 'lost' });
  });
});

describe('applyTemplate', () => {
  const before = {
    stages: {
      roles: { '1': 'parked', '9': 'post-win' },
      countAs: { '8': '9' },
      countSinceDay: { sales: '2026-01-01' },
    },
    criteria: {
      stages: {
        '3': { expectedDays: 3, guide: 'ours', exitCriteria: [], expectedOutcome: null },
        '9': { expectedDays: 9, guide: 'ours', exitCriteria: [], expectedOutcome: null },
      },
    },
  } as const;

  it('writes the stages that are matched, and leaves the others and all else as they were', () => {
    const { stages, criteria } = applyTemplate(B2C, { '1': 'welcome', '2': 'cart', '3': 'purchase' }, before);

    expect(stages).toEqual({ ...before.stages, roles: { '2': 'parked', '9': 'post-win' } });
    expect(Object.keys(criteria.stages).toSorted()).toEqual(['1', '2', '9']);
    expect(criteria.stages['9']).toEqual(before.criteria.stages['9']);
    const { expectedDays, guide, exitCriteria, expectedOutcome } = B2C.stages[1] ?? {};
    expect(criteria.stages['1']).toEqual({ expectedDays, guide, exitCriteria, expectedOutcome });
  });

  it('is the same when it is applied again', () => {
    const matched = { '1': 'qualification', '2': 'proposal' };
    const once = applyTemplate(B2B, matched, before);

    expect(applyTemplate(B2B, matched, once)).toEqual(once);
  });

  it('refuses a key that is not one of the template', () => {
    expect(() => applyTemplate(B2B, { '1': 'cart' }, before)).toThrow(RangeError);
  });
});

function keysOf({ templateId, stages }: (typeof english)[number]) {
  return [
    templateId,
    ...stages.map(({ key, role, exitCriteria }) => [key, role, exitCriteria.map(({ kind }) => kind)]),
  ];
}

function textsOf(templates: typeof english): readonly string[] {
  return templates.flatMap(({ label, about, stages }) => [
    label,
    about,
    ...stages.flatMap((stage) => [
      stage.label,
      ...(stage.guide === '' ? [] : [stage.guide]),
      ...stage.exitCriteria.map((criterion) => criterion.label),
      ...(stage.expectedOutcome === null ? [] : [stage.expectedOutcome.label]),
    ]),
  ]);
}
