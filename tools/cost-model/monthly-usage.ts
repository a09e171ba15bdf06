import { ASSUMPTIONS as A } from './assumptions.ts';
import type { MeasuredUnits } from './measured-units.ts';

export interface Account {
  readonly reps: number;
  readonly dealsAYear: number;
}

/** What an account uses in a month, in the units that AWS bills. */
export interface MonthlyUsage {
  readonly tableReads: number;
  readonly tableWrites: number;
  readonly storedGb: number;
  readonly lambdaRequests: number;
  readonly lambdaGbSeconds: number;
  readonly httpRequests: number;
  readonly sqsRequests: number;
  readonly schedulerRuns: number;
  readonly secretReads: number;
  readonly logsGb: number;
}

/** Rollups of a month: changes of one window of 20 s share one, so in busy hours there is at most one for each window. */
export function rollupsOf(changes: number): number {
  const windows = (A.workdaysAMonth * A.workingHoursADay * 3600) / A.rollupWindowSeconds;
  return windows * -Math.expm1(-changes / windows);
}

/** Units of a night for the forecasts that are frozen, one item a shard and one of totals, and for scoring those kept. */
function frozenOf(open: number) {
  const items = Math.min(SHARDS, open) + 1;
  const bytes = open * A.frozenBytesADeal;
  return {
    writes: items * Math.max(1, Math.ceil(bytes / items / 1024)),
    reads: A.frozenDaysScored * Math.max(1, bytes / 4096) * 0.5,
  };
}

/** Open deals are asked for each day, of the others a thirty-second. */
function sweepCalls(deals: number, open: number): number {
  return (open + (deals - open) / 32) / 50;
}

const SHARDS = 256;

export function monthlyUsage({ reps, dealsAYear }: Account, units: MeasuredUnits): MonthlyUsage {
  const deals = dealsAYear * A.yearsOfDealsKept;
  const changes = (dealsAYear * A.changesADeal) / 12;
  const rollups = rollupsOf(changes);
  const cards = reps * A.cardsARepAndDay * A.workdaysAMonth;
  const reports = A.reportsADay * A.workdaysAMonth;
  const scheduled = (A.reconcilesADay + A.nightlyCallsADay + A.backfillCallsADay) * A.daysAMonth;
  const lambdaRequests = cards + reports + 2 * changes + rollups + scheduled;
  const rollupReads = A.coldShareOfRollups * units.rollupReadsCold + (1 - A.coldShareOfRollups) * units.rollupReadsWarm;
  const open = deals * A.openShareOfDeals;
  const frozen = frozenOf(open);
  const night = units.nightReadsFixed + units.nightReadsADeal * deals + frozen.reads;
  // The sweep reads every shard twice, as the night does once: to find the deals to ask for, and to hold them against HubSpot's.
  const sweep = 2 * (SHARDS + units.nightReadsADeal * deals);
  return {
    // Bench units are those of provisioned capacity: on demand, a read of half a unit is billed as half a request unit.
    tableReads:
      cards * units.cardReads +
      reports * 5 +
      changes * units.changeReads +
      rollups * rollupReads +
      A.daysAMonth * (night + sweep) +
      scheduled * 2,
    tableWrites:
      changes * (units.changeWrites + 1) + rollups * units.rollupWrites + scheduled * 2 + A.daysAMonth * frozen.writes,
    storedGb: (deals * A.storedBytesADeal + open * A.frozenBytesADeal * A.frozenDaysKept) / 1e9,
    lambdaRequests,
    lambdaGbSeconds:
      cards * A.secondsACard * 1 +
      reports * A.secondsAReport * 1.769 +
      changes * (A.secondsAWebhook + A.secondsAnIngest) * 0.5 +
      rollups * A.secondsARollup * 1.769 +
      A.reconcilesADay * A.daysAMonth * A.secondsAReconcile * 0.5 +
      A.daysAMonth * sweepCalls(deals, open) * A.secondsASweepCall * 0.5 +
      A.daysAMonth * A.secondsANight * 1.769,
    httpRequests: cards + reports + changes,
    sqsRequests: 2 * A.idlePollsAQueueAndMonth + 6 * changes,
    schedulerRuns: scheduled,
    secretReads: A.coldStartsADay * A.daysAMonth,
    logsGb: (lambdaRequests * A.logBytesAnInvocation) / 1e9,
  };
}
