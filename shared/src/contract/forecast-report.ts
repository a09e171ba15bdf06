import type { Estimate, Insufficient } from './estimate.ts';
import type { ReportFilters } from './report.ts';
import type { Stamp } from './stamp.ts';

/** Answer of `GET /v1/pipelines/{id}/forecast`. All amounts are in major units of `currency`, the company's. */
export interface ForecastReport extends Stamp {
  readonly pipelineId: string;
  readonly label: string;
  readonly currency: string;
  /** IANA name: of every day. */
  readonly timeZone: string;
  readonly filters: ReportFilters;
  /** The headline horizon: that of `next`, of the track record and of the widening. */
  readonly horizonDays: number;
  readonly deals: ForecastDeals;
  /** From `asOf` on for `horizonDays`. */
  readonly next: PeriodForecast;
  /** The running month and the two after it, then the running fiscal quarter and the one after it. */
  readonly periods: readonly PeriodForecast[];
  /** Along the running fiscal quarter; the first point is its beginning. */
  readonly fan: readonly FanPoint[];
  /** The open deals on which the next `horizonDays` rest most, the most first. */
  readonly topDeals: readonly TopDeal[];
  /** Null: of an API that does not tell it yet. */
  readonly quarterEndRush: QuarterEndRush | null;
  /** Empty here, because it depends on who asks: see `ForecastGroupsReport`. */
  readonly groups: ForecastGroups;
  readonly trackRecord: ForecastTrackRecords;
}

/** Which open deals the figures rest on. Those that are left out are counted, never guessed. */
export interface ForecastDeals {
  readonly open: number;
  readonly withoutAmount: number;
  /** In a foreign currency without a rate of their own. */
  readonly notConverted: number;
  /** With an amount, in stages of which too little is known to say a chance: they add nothing. */
  readonly withoutChance: number;
  /** In a stage without a typed probability, or without a close date: in no typed-weighted amount. */
  readonly withoutTypedWeight: number;
}

/** What is said of an amount that is not known yet. */
export interface RevenueRange {
  readonly mean: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface PeriodForecast {
  /** `rolling`: the next so many days. */
  readonly kind: 'rolling' | 'month' | 'quarter';
  /** `YYYY-MM` of a month; of a quarter the fiscal year and quarter, `2026-Q4`; `next-30` of the rolling one. */
  readonly key: string;
  /** `[fromDay, toDay)`, `YYYY-MM-DD` in the portal's time zone. */
  readonly fromDay: string;
  readonly toDay: string;
  /** Won in the period so far. */
  readonly closed: { readonly amount: number; readonly deals: number; readonly withoutAmount: number };
  /** What today's open deals bring in the rest of the period; insufficient: no stage has enough evidence. */
  readonly open: RevenueRange | Insufficient;
  /** What deals bring that do not exist yet; insufficient: arrivals, wins or amounts of the last weeks do not say. `total` then leaves it out. */
  readonly newBusiness: RevenueRange | Insufficient;
  /** All three, p10 and p90 widened by what past forecasts missed by. */
  readonly total: RevenueRange | Insufficient;
  /** Factor by which the interval was widened; insufficient: too few past forecasts have come due, it is as the model has it. */
  readonly widening: number | Insufficient;
  readonly weighted: WeightedPipeline;
  /** What the total reaches with even odds, and in eight of ten cases: realistic targets. Null where there is no total. */
  readonly realisticTargets: { readonly evenOdds: number; readonly eightOfTen: number } | null;
  readonly target: TargetOutlook | null;
}

/** The usual weighted sums beside it: of the deals open today, what was typed for their stage and what was measured. */
export interface WeightedPipeline {
  /** Amount × typed probability of the stage, over the deals whose close date lies in the period. */
  readonly typed: number;
  /** Amount × measured chance to be won in the rest of the period, over all open deals. */
  readonly measured: number;
  /** Amount of the deals whose close date lies in the period, unweighted. */
  readonly due: number;
  readonly dueDeals: number;
}

/** Do wins wait for the end of their fiscal quarter? Of the whole quarters of the last two years that history reaches. */
export interface QuarterEndRush {
  /** Of the wins of these quarters, those that came in the last `days` days of their quarter. */
  readonly share: Estimate;
  /** What that share would be if the wins of each quarter were spread evenly. */
  readonly even: number;
  readonly days: number;
  readonly quarters: number;
  readonly verdict: 'rush' | 'no-clear-rush' | 'insufficient';
}

export interface TargetOutlook {
  readonly amount: number;
  /** Won so far / target. */
  readonly reachedShare: number;
  /** Open amount due in the period / what is left of the target; null once it is reached. */
  readonly coverage: number | null;
  /** Chance that the total reaches it; null where there is no total. */
  readonly chance: number | null;
}

export interface FanPoint {
  /** `YYYY-MM-DD`: at the beginning of this day. */
  readonly day: string;
  /** Won since the beginning of the quarter: what has come; null for a day to come. */
  readonly closed: number | null;
  /** Won by then since the beginning of the quarter: what is said; null for a day that has come, or where there is no total. */
  readonly total: RevenueRange | null;
}

export interface TopDeal {
  readonly dealId: string;
  readonly name: string | null;
  readonly stageId: string;
  readonly amount: number;
  /** Measured, within `horizonDays`. */
  readonly chance: number;
  /** Of the expected amount of all open deals. */
  readonly share: number;
}

/** Answer of `GET /v1/pipelines/{id}/forecast/groups`: the forecast by who owns the deals, as far as it is open to who asks. */
export interface ForecastGroupsReport extends Stamp {
  readonly pipelineId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly horizonDays: number;
  /** Keys of the running month and fiscal quarter, as those of the periods. */
  readonly month: string;
  readonly quarter: string;
  readonly groups: ForecastGroups;
}

/** The next `horizonDays` by who owns the deals now. A group that may not be shown is not listed. */
export interface ForecastGroups {
  readonly teams: readonly GroupForecast[];
  /** Null: not shown to the one who asks. */
  readonly owners: readonly GroupForecast[] | null;
}

export interface GroupForecast {
  /** Id of the team or owner; null: deals without an owner. */
  readonly id: string | null;
  /** Name of the team or owner; null: not known. */
  readonly label: string | null;
  readonly openDeals: number;
  readonly withoutAmount: number;
  /** Won in the running month and in the running quarter so far. */
  readonly closedMonth: number;
  readonly closedQuarter: number;
  /** Today's open deals in the next `horizonDays`, and in the rest of the month and quarter. New business has no owner yet. */
  readonly next: RevenueRange | Insufficient;
  readonly restOfMonth: RevenueRange | Insufficient;
  readonly restOfQuarter: RevenueRange | Insufficient;
  readonly weighted: WeightedPipeline;
  readonly targetMonth: number | null;
  readonly targetQuarter: number | null;
}

export interface ForecastTrackRecords {
  /** What the same method would have said in the portal's past, from what was known then. */
  readonly backtest: ForecastTrackRecord;
  /** What was really said and kept, day by day. */
  readonly frozen: ForecastTrackRecord;
}

/** How forecasts of the total of `horizonDays` fared, of those whose horizon has passed. */
export interface ForecastTrackRecord {
  readonly forecasts: number;
  /** How many of them do not overlap: so much the figures are really worth. */
  readonly independent: number;
  /** Share that came inside p10 to p90: 0.8 is right. */
  readonly coverage: Estimate;
  /** Mean of |mean forecast - what came| / what came; null without a forecast that something came of. */
  readonly meanAbsoluteError: number | null;
  /** Mean forecast / mean of what came - 1: above 0 too high. */
  readonly bias: number | null;
  /** The newest last, at most 60. */
  readonly points: readonly TrackPoint[];
}

export interface TrackPoint {
  /** The day on which it was said, for the days from its beginning. */
  readonly day: string;
  readonly modelVersion: string;
  readonly said: RevenueRange;
  readonly came: number;
}
