import { finite, listOf, nullable, object, oneOf } from './decode.ts';
import { estimate } from './decode-estimate.ts';
import { dayPeriodFields, reportHeadFields } from './decode-report.ts';
import type { VelocityFigures, VelocityParts, VelocityReport, VelocityTrend } from './velocity-report.ts';

const figures = object<VelocityFigures>({
  ...dayPeriodFields,
  velocity: estimate,
  openDeals: finite,
  winRate: nullable(finite),
  wonValue: nullable(finite),
  cycleDays: nullable(finite),
  won: finite,
  lost: finite,
  wonWithoutAmount: finite,
});
const parts = object<VelocityParts>({
  openDeals: finite,
  winRate: finite,
  wonValue: finite,
  cycleDays: finite,
  total: finite,
  low: finite,
  high: finite,
  verdict: oneOf('faster', 'slower', 'no-clear-change'),
});
const trend = object<VelocityTrend>({
  verdict: oneOf('rising', 'falling', 'no-clear-trend', 'insufficient'),
  perMonth: nullable(finite),
  n: finite,
});
const velocityReport = object<VelocityReport>({
  ...reportHeadFields,
  now: figures,
  before: figures,
  change: nullable(parts),
  months: listOf(figures),
  trends: object<VelocityReport['trends']>({
    velocity: trend,
    openDeals: trend,
    winRate: trend,
    wonValue: trend,
    cycleDays: trend,
  }),
});

/** Reads the answer of `GET /v1/pipelines/{id}/velocity`; throws a `ContractError` that names the place where it is broken. */
export const parseVelocityReport = (input: unknown): VelocityReport => velocityReport(input, '');
