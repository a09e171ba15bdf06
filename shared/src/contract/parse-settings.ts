import { byKind, type Decoder, finite, flag, listOf, nullable, object, oneOf, recordOf, text } from './decode.ts';
import type {
  CorrectiveAction,
  ExitCriterion,
  ExpectedOutcome,
  Manager,
  OpeningHours,
  RuleSetting,
  SegmentProperty,
  Settings,
  SettingsSection,
  StageExpectation,
  Target,
  TestDealFilter,
} from './settings.ts';
import type { SectionAnswer, SettingsTemplate, TemplateList, TemplateStage } from './settings-answers.ts';

type Criterion<K extends ExitCriterion['kind']> = Extract<ExitCriterion, { readonly kind: K }>;

const exitCriterion = byKind<ExitCriterion>({
  'property-set': object<Criterion<'property-set'>>({ kind: oneOf('property-set'), label: text, property: text }),
  'property-is': object<Criterion<'property-is'>>({
    kind: oneOf('property-is'),
    label: text,
    property: text,
    values: listOf(text),
  }),
  'contact-associated': object<Criterion<'contact-associated'>>({
    kind: oneOf('contact-associated'),
    label: text,
    atLeast: finite,
  }),
  'amount-set': object<Criterion<'amount-set'>>({ kind: oneOf('amount-set'), label: text }),
  'close-date-ahead': object<Criterion<'close-date-ahead'>>({ kind: oneOf('close-date-ahead'), label: text }),
  'activity-in-stage': object<Criterion<'activity-in-stage'>>({ kind: oneOf('activity-in-stage'), label: text }),
  'next-activity-planned': object<Criterion<'next-activity-planned'>>({
    kind: oneOf('next-activity-planned'),
    label: text,
  }),
});

const role = oneOf('open', 'parked', 'won', 'lost', 'post-win');
const expectationFields = {
  expectedDays: nullable(finite),
  guide: text,
  exitCriteria: listOf(exitCriterion),
  expectedOutcome: nullable(object<ExpectedOutcome>({ label: text, probability: finite })),
} as const;
const expectation = object<StageExpectation>(expectationFields);

const teams: Decoder<Manager['teams']> = (input, path) =>
  Array.isArray(input) ? listOf(text)(input, path) : oneOf('all', 'own')(input, path);

const target = object<Target>({
  pipelineId: text,
  teamId: nullable(text),
  period: oneOf('month', 'quarter'),
  fromMonth: text,
  amount: finite,
});
const testDealFilter = object<TestDealFilter>({
  property: text,
  match: oneOf('is', 'contains'),
  values: listOf(text),
});

/** The form of each section's value. */
const VALUES: { readonly [S in SettingsSection]: Decoder<Settings[S]> } = {
  stages: object<Settings['stages']>({
    roles: recordOf(role),
    countAs: recordOf(text),
    countSinceDay: recordOf(text),
  }),
  criteria: object<Settings['criteria']>({ stages: recordOf(expectation) }),
  calendar: object<Settings['calendar']>({
    week: listOf(listOf(object<OpeningHours>({ opens: text, closes: text }))),
    holidays: listOf(text),
    fiscalYearStartMonth: finite,
  }),
  horizons: object<Settings['horizons']>({ days: listOf(finite), headlineDays: finite }),
  targets: object<Settings['targets']>({ targets: listOf(target) }),
  segments: object<Settings['segments']>({
    properties: listOf(object<SegmentProperty>({ property: text, label: text })),
  }),
  testDeals: object<Settings['testDeals']>({ filters: listOf(testDealFilter) }),
  managers: object<Settings['managers']>({ managers: listOf(object<Manager>({ user: text, teams })) }),
  visibility: object<Settings['visibility']>({
    dealInsights: oneOf('everyone', 'team', 'owner'),
    showsNamedReps: flag,
    groupOthersMin: finite,
  }),
  rules: object<Settings['rules']>({
    rules: recordOf(object<RuleSetting>({ isOn: flag, thresholds: recordOf(finite) })),
  }),
  actions: object<Settings['actions']>({
    actions: listOf(
      object<CorrectiveAction>({
        actionId: text,
        pipelineId: text,
        stageId: text,
        day: text,
        done: text,
        aim: oneOf('conversion', 'dwell'),
      }),
    ),
  }),
};

/** Reads the answer of `GET` and `PUT /v1/settings/{section}`; throws a `ContractError` that names the broken place. */
export const parseSection =
  <S extends SettingsSection>(section: S) =>
  (input: unknown): SectionAnswer<S> =>
    object<SectionAnswer<S>>({
      section: oneOf(section),
      schemaVersion: finite,
      version: finite,
      changedAt: nullable(finite),
      changedByUserId: nullable(text),
      value: VALUES[section],
    })(input, '');

const templateList = object<TemplateList>({
  templates: listOf(
    object<SettingsTemplate>({
      templateId: oneOf('b2b', 'b2c', 'collaborative'),
      label: text,
      about: text,
      stages: listOf(object<TemplateStage>({ ...expectationFields, key: text, label: text, role })),
    }),
  ),
});

/** Reads the answer of `GET /v1/settings/templates`; throws a `ContractError` as `parseSection` does. */
export const parseTemplates = (input: unknown): TemplateList => templateList(input, '');
