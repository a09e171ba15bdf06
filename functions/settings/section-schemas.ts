import { DEFAULT_SETTINGS, type Settings, type SettingsSection } from '@deal-stage-insights/shared';
import * as z from 'zod';
import { exitCriterionSchema, expectedOutcomeSchema } from './criteria-schemas.ts';
import { idSchema, labelSchema, propertySchema, valuesSchema } from './setting-values.ts';
import { weekdayHoursSchema } from './weekday-hours.ts';

const STAGE_ROLES = ['open', 'parked', 'won', 'lost', 'post-win'] as const;

const daySchema = () => z.iso.date('Write a day as YYYY-MM-DD.');

const stages = (): z.ZodType<Settings['stages']> =>
  z.strictObject({
    roles: z.record(idSchema(), z.enum(STAGE_ROLES)),
    countAs: z.record(idSchema(), idSchema()).superRefine((countAs, context) => {
      for (const [from, to] of Object.entries(countAs)) {
        if (Object.hasOwn(countAs, to))
          context.addIssue({
            code: 'custom',
            path: [from],
            message: 'Name the stage that is counted in the end: this one counts as another itself.',
          });
      }
    }),
    countSinceDay: z.record(idSchema(), daySchema()),
  });

const criteria = (): z.ZodType<Settings['criteria']> =>
  z.strictObject({
    stages: z.record(
      idSchema(),
      z.strictObject({
        expectedDays: z.number().positive().max(3650).nullable(),
        guide: z.string().max(2000),
        exitCriteria: z.array(exitCriterionSchema()).max(20),
        expectedOutcome: expectedOutcomeSchema().nullable(),
      }),
    ),
  });

const calendar = (): z.ZodType<Settings['calendar']> =>
  z.strictObject({
    week: z.array(weekdayHoursSchema()).length(7, 'List seven days, from Monday to Sunday.'),
    holidays: z.array(daySchema()).max(500),
    fiscalYearStartMonth: z.int().min(1).max(12),
  });

const horizons = (): z.ZodType<Settings['horizons']> =>
  z
    .strictObject({
      days: z.array(z.int().min(1).max(365)).min(1).max(3),
      headlineDays: z.int().min(1).max(365),
    })
    .refine(({ days }) => days.every((each, place) => place === 0 || each > (days[place - 1] ?? 0)), {
      path: ['days'],
      message: 'List horizons in order, each once.',
    })
    .refine(({ days, headlineDays }) => days.includes(headlineDays), {
      path: ['headlineDays'],
      message: 'Choose one of the horizons listed in "days".',
    });

const targetSchema = (): z.ZodType<Settings['targets']['targets'][number]> =>
  z.strictObject({
    pipelineId: idSchema(),
    teamId: idSchema().nullable(),
    period: z.enum(['month', 'quarter']),
    fromMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write a month as YYYY-MM.'),
    amount: z.number().positive().max(1e12),
  });

const isOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;

const targets = (): z.ZodType<Settings['targets']> =>
  z.strictObject({
    targets: z
      .array(targetSchema())
      .max(500)
      .refine(
        (list) =>
          isOnce(list.map((each) => JSON.stringify([each.pipelineId, each.teamId, each.period, each.fromMonth]))),
        'State one target for each pipeline, team, period and month.',
      ),
  });

const segments = (): z.ZodType<Settings['segments']> =>
  z.strictObject({
    properties: z
      .array(z.strictObject({ property: propertySchema(), label: labelSchema() }))
      .max(5, 'Name at most five properties.')
      .refine((list) => isOnce(list.map(({ property }) => property)), 'Name each property once.'),
  });

const testDeals = (): z.ZodType<Settings['testDeals']> =>
  z.strictObject({
    filters: z
      .array(z.strictObject({ property: propertySchema(), match: z.enum(['is', 'contains']), values: valuesSchema() }))
      .max(10),
  });

const userSchema = () =>
  z
    .string()
    .max(254)
    .transform((text) => text.trim().toLowerCase())
    .refine(
      (text) => /^\d+$/.test(text) || /^[^\s@]+@[^\s@]+$/.test(text),
      'Give the e-mail address or the number of a HubSpot user.',
    );

const managers = (): z.ZodType<Settings['managers']> =>
  z.strictObject({
    managers: z
      .array(
        z.strictObject({
          user: userSchema(),
          teams: z.union([z.enum(['all', 'own']), z.array(idSchema()).min(1).max(200)]),
        }),
      )
      .max(500)
      .refine((list) => isOnce(list.map((each) => each.user)), 'Name each user once.'),
  });

const visibility = (): z.ZodType<Settings['visibility']> =>
  z.strictObject({
    dealInsights: z.enum(['everyone', 'team', 'owner']),
    showsNamedReps: z.boolean(),
    groupOthersMin: z.int().min(5, 'A group of fewer than five others would tell of single persons.').max(50),
  });

const rules = (): z.ZodType<Settings['rules']> =>
  z.strictObject({
    rules: z.record(
      z.string().regex(/^[a-z][a-z0-9-]{0,60}$/, 'Name a rule by its id.'),
      z.strictObject({ isOn: z.boolean(), thresholds: z.record(z.string().max(60), z.number()) }),
    ),
  });

/** What each section may hold. Messages tell an admin what is allowed. Made when asked for: making all of them would delay every cold start. */
export const SECTION_SCHEMAS: { readonly [S in SettingsSection]: () => z.ZodType<Settings[S]> } = {
  stages,
  criteria,
  calendar,
  horizons,
  targets,
  segments,
  testDeals,
  managers,
  visibility,
  rules,
};

const isSection = (name: string): name is SettingsSection => Object.hasOwn(DEFAULT_SETTINGS, name);

export const SECTIONS: readonly SettingsSection[] = Object.keys(SECTION_SCHEMAS).filter(isSection);
