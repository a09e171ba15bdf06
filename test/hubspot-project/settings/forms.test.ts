import { DEFAULT_SETTINGS, RULE_BOOK, type Settings, type SettingsSection } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { SECTION_SCHEMAS } from '../../../functions/settings/section-schemas.ts';
import { calendarSection, hoursIn } from '../../../hubspot-project/src/app/settings/forms/calendar.ts';
import {
  criteriaSection,
  NEW_CRITERION,
  NO_EXPECTATION,
} from '../../../hubspot-project/src/app/settings/forms/criteria.ts';
import { actionsSection, DONE_MAX, newAction } from '../../../hubspot-project/src/app/settings/forms/actions.ts';
import { segmentsSection, testDealsSection } from '../../../hubspot-project/src/app/settings/forms/deals.ts';
import { eraseRequest } from '../../../hubspot-project/src/app/settings/forms/erase.ts';
import { horizonsSection } from '../../../hubspot-project/src/app/settings/forms/horizons.ts';
import { managersSection, visibilitySection } from '../../../hubspot-project/src/app/settings/forms/people.ts';
import { rulesSection, withRule } from '../../../hubspot-project/src/app/settings/forms/rules.ts';
import { stagesSection, withEntry } from '../../../hubspot-project/src/app/settings/forms/stages.ts';
import { targetsSection } from '../../../hubspot-project/src/app/settings/forms/targets.ts';
import { readingOf } from '../../../hubspot-project/src/app/packages/ui/language/language.ts';
import { ruleCatalogues } from '../../../hubspot-project/src/app/settings/messages/rules.ts';
import type { SectionSpec } from '../../../hubspot-project/src/app/settings/edit/section-spec.ts';

/** Something in every field of every section. */
const FILLED: Settings = {
  stages: { roles: { s1: 'parked' }, countAs: { old: 's1' }, countSinceDay: { default: '2026-01-01' } },
  criteria: {
    stages: {
      s1: {
        expectedDays: 14,
        guide: 'Send it.',
        expectedOutcome: { label: 'Accepted', probability: 0.7 },
        exitCriteria: [
          { kind: 'property-set', label: 'Sponsor', property: 'sponsor' },
          { kind: 'property-is', label: 'Budget', property: 'budget_ok', values: ['yes', 'maybe'] },
          { kind: 'contact-associated', label: 'Two contacts', atLeast: 2 },
          { kind: 'amount-set', label: 'Amount' },
        ],
      },
    },
  },
  calendar: {
    week: [
      [
        { opens: '09:00', closes: '12:00' },
        { opens: '13:00', closes: '17:30' },
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ],
    holidays: ['2026-12-25'],
    fiscalYearStartMonth: 4,
  },
  horizons: { days: [30, 90], headlineDays: 90 },
  targets: { targets: [{ pipelineId: 'default', teamId: null, period: 'quarter', fromMonth: '2026-04', amount: 5e5 }] },
  segments: { properties: [{ property: 'region', label: 'Region' }] },
  testDeals: { filters: [{ property: 'dealname', match: 'contains', values: ['test', 'demo'] }] },
  managers: { managers: [{ user: 'boss@example.com', teams: ['31'] }] },
  visibility: { dealInsights: 'team', showsNamedReps: true, groupOthersMin: 8 },
  rules: { rules: { silence: { isOn: true, thresholds: { silentDays: 21 } } } },
  actions: {
    actions: [
      {
        actionId: 'action-1',
        pipelineId: 'default',
        stageId: 's1',
        day: '2026-09-01',
        done: 'Offers follow one template',
        aim: 'dwell',
      },
    ],
  },
};

/** The sections' forms differ: a test sees them as what they have in common. */
const specOf = <S extends SettingsSection, F>(spec: SectionSpec<S, F>) => ({
  section: spec.section,
  thereAndBack: (settings: Settings): unknown => spec.valueOf(spec.formOf(settings[spec.section])),
  faults: (settings: Settings) => [...spec.faultsOf(spec.formOf(settings[spec.section])).entries()],
});

const SPECS = [
  specOf(stagesSection),
  specOf(criteriaSection),
  specOf(calendarSection),
  specOf(horizonsSection),
  specOf(targetsSection),
  specOf(segmentsSection),
  specOf(testDealsSection),
  specOf(managersSection),
  specOf(visibilitySection),
  specOf(rulesSection),
  specOf(actionsSection),
];

describe('the forms of the settings', () => {
  it('are there for every section', () => {
    expect(SPECS.map(({ section }) => section).toSorted()).toEqual(Object.keys(DEFAULT_SETTINGS).toSorted());
  });

  it.each(SPECS)('give back what they were given, and the backend takes it: $section', (spec) => {
    for (const settings of [DEFAULT_SETTINGS, FILLED]) {
      expect(spec.thereAndBack(settings)).toEqual(settings[spec.section]);
      expect(spec.faults(settings)).toEqual([]);
      expect(SECTION_SCHEMAS[spec.section]().safeParse(spec.thereAndBack(settings)).success).toBe(true);
    }
  });
});

/** What is wrong here must be wrong for the backend too, at the same place, and the other way round. */
function agreesWithBackend<S extends SettingsSection, F>(spec: SectionSpec<S, F>, form: F) {
  const parsed = SECTION_SCHEMAS[spec.section]().safeParse(spec.valueOf(form));
  const places = [...spec.faultsOf(form).keys()];
  const paths = parsed.error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect(parsed.success).toBe(places.length === 0);
  for (const path of paths) {
    const isNamed = places.some((place) => path.startsWith(place) || place.startsWith(path));
    expect({ path, isNamed }).toEqual({ path, isNamed: true });
  }
  return places;
}

describe('what a form finds wrong, the backend does as well', () => {
  const { week } = calendarSection.formOf(FILLED.calendar);

  it.each([
    ['9-17', []],
    ['09:00-12:00, 13:00-17:00', []],
    ['', []],
    ['all day', ['week.0']],
    ['17:00-09:00', ['week.0']],
    ['09:00-13:00, 12:00-17:00', ['week.0']],
    ['09:00-24:00', []],
    ['09:00-25:00', ['week.0']],
  ])('hours: "%s"', (monday, places) => {
    const form = { ...calendarSection.formOf(FILLED.calendar), week: week.with(0, monday) };

    expect(agreesWithBackend(calendarSection, form)).toEqual(places);
  });

  it.each(['2026-02-30', '25.12.2026', '2026-12-25, tomorrow'])('holidays: "%s"', (holidays) => {
    expect(agreesWithBackend(calendarSection, { ...calendarSection.formOf(FILLED.calendar), holidays })).toEqual([
      'holidays',
    ]);
  });

  it.each([
    ['30, 60, 90', 30, []],
    ['90, 30', 30, ['days']],
    ['30, 30', 30, ['days']],
    ['10, 20, 30, 40', 30, ['days']],
    ['soon', 30, ['days', 'headlineDays']],
    ['30, 60', 45, ['headlineDays']],
    ['0, 30', 30, ['days']],
  ])('horizons: "%s" with %i in front', (days, headlineDays, places) => {
    expect(agreesWithBackend(horizonsSection, { days, headlineDays })).toEqual(places);
  });

  it('targets: a month, an amount, each once', () => {
    const [target] = FILLED.targets.targets;
    const targets = [target!, { ...target!, fromMonth: '2026-13' }, target!, { ...target!, teamId: '31', amount: 0 }];

    expect(agreesWithBackend(targetsSection, { targets })).toEqual([
      'targets.1.fromMonth',
      'targets.2.fromMonth',
      'targets.3.amount',
    ]);
  });

  it('segments and test deals: names of properties, labels, values', () => {
    const segments = [
      { property: 'Region', label: ' ' },
      { property: 'x', label: 'X' },
      { property: 'x', label: 'Y' },
    ];
    const filters = [{ property: '1st', match: 'is' as const, values: ' , ' }];

    expect(agreesWithBackend(segmentsSection, { properties: segments })).toEqual([
      'properties.0.property',
      'properties.0.label',
      'properties.2.property',
    ]);
    expect(agreesWithBackend(testDealsSection, { filters })).toEqual(['filters.0.property', 'filters.0.values']);
  });

  it('stages: an old stage counts as one that counts itself', () => {
    const value = { ...DEFAULT_SETTINGS.stages, countAs: { a: 'b', b: 'c' } };

    expect(agreesWithBackend(stagesSection, value)).toEqual(['countAs.a']);
  });

  it('criteria: what each kind needs, and both parts of an outcome', () => {
    const form = {
      ...NO_EXPECTATION,
      expectedDays: '-3',
      outcomeLabel: 'Accepted',
      outcomePercent: '120',
      exitCriteria: [
        NEW_CRITERION,
        { ...NEW_CRITERION, kind: 'property-is' as const, label: 'Budget', property: 'budget' },
        { ...NEW_CRITERION, kind: 'contact-associated' as const, label: 'Contacts', atLeast: '0' },
      ],
    };

    expect(agreesWithBackend(criteriaSection, { stages: { s1: form } })).toEqual([
      'stages.s1.expectedDays',
      'stages.s1.expectedOutcome.probability',
      'stages.s1.exitCriteria.0.label',
      'stages.s1.exitCriteria.0.property',
      'stages.s1.exitCriteria.1.values',
      'stages.s1.exitCriteria.2.atLeast',
    ]);
  });

  it('actions: a stage, a day, and what was done in so many characters', () => {
    const [action] = FILLED.actions.actions;
    const actions = [
      action!,
      { ...action!, actionId: 'action-2', day: '2026-02-30', done: ' ' },
      { ...action!, actionId: 'action-3', day: '1999-12-31', done: 'x'.repeat(DONE_MAX + 1) },
      { ...action!, actionId: 'action-4', stageId: '' },
      { ...action!, actionId: 'action-5', done: `${'x'.repeat(DONE_MAX)} ` },
      newAction(FILLED.actions.actions, undefined),
    ];

    expect(agreesWithBackend(actionsSection, { actions: actions.slice(0, 5) })).toEqual([
      'actions.1.day',
      'actions.1.done',
      'actions.2.day',
      'actions.2.done',
      'actions.3.stageId',
    ]);
    expect(newAction(actions, undefined).actionId).toBe('action-6');
  });

  it('people: users by address or number, each once; groups of five others at least', () => {
    const managers = ['boss', 'a@b.example', 'A@B.example ', ''].map((user) => ({ user, teams: 'own' as const }));

    expect(agreesWithBackend(managersSection, { managers })).toEqual([
      'managers.0.user',
      'managers.2.user',
      'managers.3.user',
    ]);
    expect(agreesWithBackend(visibilitySection, { ...FILLED.visibility, groupOthersMin: 4 })).toEqual([
      'groupOthersMin',
    ]);
  });
});

describe('hours of a day', () => {
  it('are read as people write them', () => {
    expect(hoursIn('9-12:30; 13:30 – 18')).toEqual([
      { opens: '09:00', closes: '12:30' },
      { opens: '13:30', closes: '18:00' },
    ]);
  });
});

describe('a rule in the settings', () => {
  const rule = RULE_BOOK.find(({ ruleId }) => ruleId === 'silence')!;

  it('is kept only where it differs from the rule book', () => {
    const off = withRule({ rules: {} }, rule, { isOn: false, thresholds: {} });
    expect(off).toEqual({ rules: { silence: { isOn: false, thresholds: {} } } });

    const usual = rule.thresholds['silentDays']?.default ?? 0;
    expect(withRule(off, rule, { isOn: true, thresholds: { silentDays: usual } })).toEqual({ rules: {} });
  });
});

describe('the limits of the rules', () => {
  it('each have a name in both languages', () => {
    const { en, fr } = ruleCatalogues;
    for (const texts of [en(readingOf('en', 'UTC').formats), fr(readingOf('fr', 'UTC').formats)]) {
      const unnamed = RULE_BOOK.flatMap(({ thresholds }) => Object.entries(thresholds)).filter(
        ([name, { unit }]) => texts.threshold(name, unit).label === name,
      );
      expect(unnamed).toEqual([]);
    }
  });
});

describe('an entry of a record', () => {
  it('is set, changed and taken out, and the others stay', () => {
    expect(withEntry({ a: 1, b: 2 }, 'a', 3)).toEqual({ b: 2, a: 3 });
    expect(withEntry({ a: 1, b: 2 }, 'a', null)).toEqual({ b: 2 });
  });
});

describe('what is to be erased', () => {
  it.each([
    ['deal', '118', { scope: 'deal', dealId: '118' }],
    ['deal', 'Order 118', null],
    ['user', ' a@b.example ', { scope: 'user', user: 'a@b.example' }],
    ['user', ' ', null],
    ['portal', '62515', { scope: 'portal', portalId: '62515' }],
    ['portal', '62516', null],
  ] as const)('is named as the backend wants it: %s "%s"', (scope, named, request) => {
    expect(eraseRequest(scope, named, '62515')).toEqual(request);
  });
});
