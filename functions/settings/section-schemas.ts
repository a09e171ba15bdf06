import { DEFAULT_SETTINGS, type Settings, type SettingsSection } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { exitCriterionSchema, expectedOutcomeSchema } from './criteria-schemas.ts';
import { idSchema, labelSchema, propertySchema, saying, valuesSchema } from './setting-values.ts';
import { weekdayHoursSchema } from './weekday-hours.ts';

const STAGE_ROLES = ['open', 'parked', 'won', 'lost', 'post-win'] as const;

const daySchema = () => z.iso.date('Write a day as YYYY-MM-DD.');

const stages = (): z.ZodMiniType<Settings['stages']> =>
  z.strictObject({
    roles: z.record(idSchema(), z.enum(STAGE_ROLES)),
    countAs: z.record(idSchema(), idSchema()).check(
      z.superRefine((countAs, context) => {
        for (const [from, to] of Object.entries(countAs)) {
          if (Object.hasOwn(countAs, to))
            context.addIssue({
              code: 'custom',
              path: [from],
              ...saying('chain', 'Name the stage that is counted in the end: this one counts as another itself.'),
            });
        }
      }),
    ),
    countSinceDay: z.record(idSchema(), daySchema()),
  });

const criteria = (): z.ZodMiniType<Settings['criteria']> =>
  z.strictObject({
    stages: z.record(
      idSchema(),
      z.strictObject({
        expectedDays: z.nullable(z.number().check(z.positive(), z.maximum(3650))),
        guide: z.string().check(z.maxLength(2000)),
        exitCriteria: z.array(exitCriterionSchema()).check(z.maxLength(20)),
        expectedOutcome: z.nullable(expectedOutcomeSchema()),
      }),
    ),
  });

const calendar = (): z.ZodMiniType<Settings['calendar']> =>
  z.strictObject({
    week: z.array(weekdayHoursSchema()).check(z.length(7, 'List seven days, from Monday to Sunday.')),
    holidays: z.array(daySchema()).check(z.maxLength(500)),
    fiscalYearStartMonth: z.int().check(z.minimum(1), z.maximum(12)),
  });

const horizons = (): z.ZodMiniType<Settings['horizons']> =>
  z
    .strictObject({
      days: z.array(z.int().check(z.minimum(1), z.maximum(365))).check(z.minLength(1), z.maxLength(3)),
      headlineDays: z.int().check(z.minimum(1), z.maximum(365)),
    })
    .check(
      z.refine(({ days }) => days.every((each, place) => place === 0 || each > (days[place - 1] ?? 0)), {
        path: ['days'],
        ...saying('horizons', 'List horizons in order, each once.'),
      }),
      z.refine(({ days, headlineDays }) => days.includes(headlineDays), {
        path: ['headlineDays'],
        ...saying('headline', 'Choose one of the horizons listed in "days".'),
      }),
    );

const targetSchema = (): z.ZodMiniType<Settings['targets']['targets'][number]> =>
  z.strictObject({
    pipelineId: idSchema(),
    teamId: z.nullable(idSchema()),
    period: z.enum(['month', 'quarter']),
    fromMonth: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write a month as YYYY-MM.')),
    amount: z.number().check(z.positive(), z.maximum(1e12)),
  });

const isOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;

const targets = (): z.ZodMiniType<Settings['targets']> =>
  z.strictObject({
    targets: z.array(targetSchema()).check(
      z.maxLength(500),
      z.refine(
        (list) =>
          isOnce(list.map((each) => JSON.stringify([each.pipelineId, each.teamId, each.period, each.fromMonth]))),
        saying('twice', 'State one target for each pipeline, team, period and month.'),
      ),
    ),
  });

const segments = (): z.ZodMiniType<Settings['segments']> =>
  z.strictObject({
    properties: z.array(z.strictObject({ property: propertySchema(), label: labelSchema() })).check(
      z.maxLength(5, 'Name at most five properties.'),
      z.refine((list) => isOnce(list.map(({ property }) => property)), saying('twice', 'Name each property once.')),
    ),
  });

const testDeals = (): z.ZodMiniType<Settings['testDeals']> =>
  z.strictObject({
    filters: z
      .array(z.strictObject({ property: propertySchema(), match: z.enum(['is', 'contains']), values: valuesSchema() }))
      .check(z.maxLength(10)),
  });

const userSchema = () =>
  z
    .pipe(
      z.string().check(z.maxLength(254)),
      z.transform((text) => text.trim().toLowerCase()),
    )
    .check(
      z.refine(
        (text) => /^\d+$/.test(text) || /^[^\s@]+@[^\s@]+$/.test(text),
        saying('user', 'Give the e-mail address or the number of a HubSpot user.'),
      ),
    );

const managers = (): z.ZodMiniType<Settings['managers']> =>
  z.strictObject({
    managers: z
      .array(
        z.strictObject({
          user: userSchema(),
          teams: z.union([z.enum(['all', 'own']), z.array(idSchema()).check(z.minLength(1), z.maxLength(200))]),
        }),
      )
      .check(
        z.maxLength(500),
        z.refine((list) => isOnce(list.map((each) => each.user)), saying('twice', 'Name each user once.')),
      ),
  });

const visibility = (): z.ZodMiniType<Settings['visibility']> =>
  z.strictObject({
    dealInsights: z.enum(['everyone', 'team', 'owner']),
    showsNamedReps: z.boolean(),
    groupOthersMin: z
      .int()
      .check(z.minimum(5, 'A group of fewer than five others would tell of single persons.'), z.maximum(50)),
  });

const rules = (): z.ZodMiniType<Settings['rules']> =>
  z.strictObject({
    rules: z.record(
      z.string().check(z.regex(/^[a-z][a-z0-9-]{0,60}$/, 'Name a rule by its id.')),
      z.strictObject({ isOn: z.boolean(), thresholds: z.record(z.string().check(z.maxLength(60)), z.number()) }),
    ),
  });

const actionSchema = (): z.ZodMiniType<Settings['actions']['actions'][number]> =>
  z.strictObject({
    actionId: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'Small letters, digits and dashes.')),
    pipelineId: idSchema(),
    stageId: idSchema(),
    day: daySchema().check(
      z.refine((day) => day >= '2000' && day < '2100', saying('century', 'Give a day of this century.')),
    ),
    done: z.string().check(z.trim(), z.minLength(1, 'Write what was done.'), z.maxLength(300)),
    aim: z.enum(['conversion', 'dwell']),
  });

const actions = (): z.ZodMiniType<Settings['actions']> =>
  z.strictObject({
    actions: z.array(actionSchema()).check(
      z.maxLength(50),
      z.refine(
        (list) => isOnce(list.map(({ actionId }) => actionId)),
        saying('twice', 'Give each action an id of its own.'),
      ),
    ),
  });

/** What each section may hold. Messages tell an admin what is allowed. Made when asked for: making all of them would delay every cold start. */
export const SECTION_SCHEMAS: { readonly [S in SettingsSection]: () => z.ZodMiniType<Settings[S]> } = {
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
  actions,
};

const isSection = (name: string): name is SettingsSection => Object.hasOwn(DEFAULT_SETTINGS, name);

export const SECTIONS: readonly SettingsSection[] = Object.keys(SECTION_SCHEMAS).filter(isSection);
