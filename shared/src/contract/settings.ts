import type { StageRole } from './pipelines.ts';

/** What an admin sets, section by section; each section is read, changed and kept with its history on its own. */
export interface Settings {
  readonly stages: StageSettings;
  readonly criteria: CriteriaSettings;
  readonly calendar: CalendarSettings;
  readonly horizons: HorizonSettings;
  readonly targets: TargetSettings;
  readonly segments: SegmentSettings;
  readonly testDeals: TestDealSettings;
  readonly managers: ManagerSettings;
  readonly visibility: VisibilitySettings;
  readonly rules: RuleSettings;
  readonly actions: ActionSettings;
}

export type SettingsSection = keyof Settings;

/** How HubSpot's stages are to be read. Readers of blocks apply it; blocks keep the raw stage ids. */
export interface StageSettings {
  /** By stage id: its role, where HubSpot's metadata do not tell it. */
  readonly roles: Readonly<Record<string, StageRole>>;
  /** By id of an old stage: the stage of the same pipeline that it counts as. One step, never a chain. */
  readonly countAs: Readonly<Record<string, string>>;
  /** By pipeline id: what ended before this day (`YYYY-MM-DD`) is left out of every figure. */
  readonly countSinceDay: Readonly<Record<string, string>>;
}

/** By stage id: what the team expects there. */
export interface CriteriaSettings {
  readonly stages: Readonly<Record<string, StageExpectation>>;
}

export interface StageExpectation {
  /** Days a deal should need there; null: no opinion. */
  readonly expectedDays: number | null;
  /** What the stage is for and what to do in it: shown to reps. Empty: none. */
  readonly guide: string;
  /** All of these hold before a deal leaves forward. */
  readonly exitCriteria: readonly ExitCriterion[];
  readonly expectedOutcome: ExpectedOutcome | null;
}

/** The result that a stage is to bring, and how often deals with it are expected to be won (0–1). */
export interface ExpectedOutcome {
  readonly label: string;
  readonly probability: number;
}

/** Checked against the facts of the deal record. `label` is what a rep reads. */
export type ExitCriterion =
  | { readonly kind: 'property-set'; readonly label: string; readonly property: string }
  | {
      readonly kind: 'property-is';
      readonly label: string;
      readonly property: string;
      readonly values: readonly string[];
    }
  | { readonly kind: 'amount-set'; readonly label: string }
  | { readonly kind: 'close-date-ahead'; readonly label: string }
  | { readonly kind: 'contact-associated'; readonly label: string; readonly atLeast: number }
  /** The last contact is later than the entry into the stage. */
  | { readonly kind: 'activity-in-stage'; readonly label: string }
  | { readonly kind: 'next-activity-planned'; readonly label: string };

/** Working time. The time zone is the portal's. */
export interface CalendarSettings {
  /** Monday to Sunday, each with its opening hours in order; an empty day is closed. */
  readonly week: readonly (readonly OpeningHours[])[];
  /** `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** 1 to 12: the month in which the fiscal year begins, and with it its quarters. */
  readonly fiscalYearStartMonth: number;
}

/** `HH:MM`, from 00:00 to 24:00. */
export interface OpeningHours {
  readonly opens: string;
  readonly closes: string;
}

/** Probabilities and forecasts are made for each; `headlineDays` is one of `days`. */
export interface HorizonSettings {
  readonly days: readonly number[];
  readonly headlineDays: number;
}

export interface TargetSettings {
  readonly targets: readonly Target[];
}

/** Holds for each month or quarter from `fromMonth` on, until a later one of the same pipeline, team and period. */
export interface Target {
  readonly pipelineId: string;
  /** Null: of the whole pipeline. */
  readonly teamId: string | null;
  readonly period: 'month' | 'quarter';
  /** `YYYY-MM`; of a quarter, its first month. */
  readonly fromMonth: string;
  /** Won in one period, in the portal's company currency. */
  readonly amount: number;
}

/** Deal properties of the portal's own that reports can be filtered and split by. At most five. */
export interface SegmentSettings {
  readonly properties: readonly SegmentProperty[];
}

export interface SegmentProperty {
  /** HubSpot's internal name. */
  readonly property: string;
  readonly label: string;
}

/** Deals that match any of these are left out of every figure. */
export interface TestDealSettings {
  readonly filters: readonly TestDealFilter[];
}

/** Upper and lower case are the same. `contains` looks for any of the values within the property's. */
export interface TestDealFilter {
  readonly property: string;
  readonly match: 'is' | 'contains';
  readonly values: readonly string[];
}

export interface ManagerSettings {
  readonly managers: readonly Manager[];
}

export interface Manager {
  /** HubSpot's user id, or the e-mail address that the user signs in with (lower case). */
  readonly user: string;
  /** `own`: the teams that HubSpot has the user in. Teams below these are seen as well. */
  readonly teams: 'all' | 'own' | readonly string[];
}

export interface VisibilitySettings {
  /** Who may see a deal's insights. A deal without an owner, or with a departed one, is open to all. */
  readonly dealInsights: 'everyone' | 'team' | 'owner';
  /** Managers see reps by name. Each look is logged. */
  readonly showsNamedReps: boolean;
  /** Of how many other reps a group must consist before its figures are shown; at least five. */
  readonly groupOthersMin: number;
}

/** By rule id. A rule that is not listed is on, with its own thresholds. */
export interface RuleSettings {
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface RuleSetting {
  readonly isOn: boolean;
  /** By name of the threshold, in the rule's own units; those not listed keep their default. */
  readonly thresholds: Readonly<Record<string, number>>;
}

export interface ActionSettings {
  readonly actions: readonly CorrectiveAction[];
}

/** What somebody did about a stage, from a day on. About stages, never about persons. */
export interface CorrectiveAction {
  /** Chosen by who records it; once in the list. */
  readonly actionId: string;
  readonly pipelineId: string;
  readonly stageId: string;
  /** The first day on which it held. */
  readonly day: string;
  readonly done: string;
  readonly aim: ActionAim;
}

/** More of the visits go on, or visits become shorter. */
export type ActionAim = 'conversion' | 'dwell';

const WORKING_DAY: readonly OpeningHours[] = [{ opens: '09:00', closes: '17:00' }];

/** What holds until an admin says otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  stages: { roles: {}, countAs: {}, countSinceDay: {} },
  criteria: { stages: {} },
  calendar: {
    week: [WORKING_DAY, WORKING_DAY, WORKING_DAY, WORKING_DAY, WORKING_DAY, [], []],
    holidays: [],
    fiscalYearStartMonth: 1,
  },
  horizons: { days: [30, 60, 90], headlineDays: 30 },
  targets: { targets: [] },
  segments: { properties: [] },
  testDeals: { filters: [] },
  managers: { managers: [] },
  visibility: { dealInsights: 'everyone', showsNamedReps: false, groupOthersMin: 5 },
  rules: { rules: {} },
  actions: { actions: [] },
};
