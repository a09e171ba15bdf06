import { finite, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { orInsufficient, revenueRange } from './decode-revenue.ts';
import { reportFilters } from './decode-report.ts';
import { stampFields } from './decode-stamp.ts';
import type {
  FanPoint,
  ForecastDeals,
  ForecastGroups,
  ForecastGroupsReport,
  ForecastReport,
  ForecastTrackRecord,
  ForecastTrackRecords,
  GroupForecast,
  PeriodForecast,
  QuarterEndRush,
  TargetOutlook,
  TopDeal,
  TrackPoint,
  WeightedPipeline,
} from './forecast-report.ts';

const weighted = object<WeightedPipeline>({ typed: finite, measured: finite, due: finite, dueDeals: finite });
const target = object<TargetOutlook>({
  amount: finite,
  reachedShare: finite,
  coverage: nullable(finite),
  chance: nullable(finite),
});
const period = object<PeriodForecast>({
  kind: oneOf('rolling', 'month', 'quarter'),
  key: text,
  fromDay: text,
  toDay: text,
  closed: object<PeriodForecast['closed']>({ amount: finite, deals: finite, withoutAmount: finite }),
  open: orInsufficient(revenueRange),
  newBusiness: orInsufficient(revenueRange),
  total: orInsufficient(revenueRange),
  widening: orInsufficient(finite),
  weighted,
  realisticTargets: nullable(
    object<NonNullable<PeriodForecast['realisticTargets']>>({ evenOdds: finite, eightOfTen: finite }),
  ),
  target: nullable(target),
});
const group = object<GroupForecast>({
  id: nullable(text),
  label: nullable(text),
  openDeals: finite,
  withoutAmount: finite,
  closedMonth: finite,
  closedQuarter: finite,
  next: orInsufficient(revenueRange),
  restOfMonth: orInsufficient(revenueRange),
  restOfQuarter: orInsufficient(revenueRange),
  weighted,
  targetMonth: nullable(finite),
  targetQuarter: nullable(finite),
});
const trackRecord = object<ForecastTrackRecord>({
  forecasts: finite,
  independent: finite,
  coverage: estimate,
  meanAbsoluteError: nullable(finite),
  bias: nullable(finite),
  points: listOf(object<TrackPoint>({ day: text, modelVersion: text, said: revenueRange, came: finite })),
});
const groups = object<ForecastGroups>({ teams: listOf(group), owners: nullable(listOf(group)) });
const quarterEndRush = object<QuarterEndRush>({
  share: estimate,
  even: finite,
  days: finite,
  quarters: finite,
  verdict: oneOf('rush', 'no-clear-rush', 'insufficient'),
});
const forecastReport = object<ForecastReport>({
  ...stampFields,
  pipelineId: text,
  label: text,
  currency: text,
  timeZone: text,
  filters: reportFilters,
  horizonDays: finite,
  deals: object<ForecastDeals>({
    open: finite,
    withoutAmount: finite,
    notConverted: finite,
    withoutChance: finite,
    withoutTypedWeight: finite,
  }),
  next: period,
  periods: listOf(period),
  fan: listOf(object<FanPoint>({ day: text, closed: nullable(finite), total: nullable(revenueRange) })),
  topDeals: listOf(
    object<TopDeal>({
      dealId: text,
      name: nullable(text),
      stageId: text,
      amount: finite,
      chance: finite,
      share: finite,
    }),
  ),
  quarterEndRush: sinceLater(quarterEndRush),
  groups,
  trackRecord: object<ForecastTrackRecords>({ backtest: trackRecord, frozen: trackRecord }),
});

/** Reads the answer of `GET /v1/pipelines/{id}/forecast`; throws a `ContractError` that names the place where it is broken. */
export const parseForecastReport = (input: unknown): ForecastReport => forecastReport(input, '');

const forecastGroupsReport = object<ForecastGroupsReport>({
  ...stampFields,
  pipelineId: text,
  currency: text,
  timeZone: text,
  horizonDays: finite,
  month: text,
  quarter: text,
  groups,
});

/** Reads the answer of `GET /v1/pipelines/{id}/forecast/groups`; throws a `ContractError` as `parseForecastReport` does. */
export const parseForecastGroups = (input: unknown): ForecastGroupsReport => forecastGroupsReport(input, '');
