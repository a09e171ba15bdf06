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

export function monthlyUsage({ reps, dealsAYear }: Account, units: MeasuredUnits): MonthlyUsage {
  const deals = dealsAYear * A.yearsOfDealsKept;
  const changes = (dealsAYear * A.changesADeal) / 12;
  const rollups = rollupsOf(changes);
  const cards = reps * A.cardsARepAndDay * A.workdaysAMonth;
  const reports = A.reportsADay * A.workdaysAMonth;
  const scheduled = (A.reconcilesADay + A.nightlyCallsADay + A.backfillCallsADay) * A.daysAMonth;
  const lambdaRequests = cards + reports + 2 * changes + rollups + scheduled;
  const rollupReads = A.coldShareOfRollups * units.rollupReadsCold + (1 - A.coldShareOfRollups) * units.rollupReadsWarm;
  const night = units.nightReadsFixed + units.nightReadsADeal * deals;
  return {
    // Bench units are those of provisioned capacity: on demand, a read of half a unit is billed as half a request unit.
    tableReads:
      cards * units.cardReads +
      reports * 5 +
      changes * units.changeReads +
      rollups * rollupReads +
      A.daysAMonth * night +
      scheduled * 2,
    tableWrites: changes * (units.changeWrites + 1) + rollups * units.rollupWrites + scheduled * 2,
    storedGb: (deals * A.storedBytesADeal) / 1e9,
    lambdaRequests,
    lambdaGbSeconds:
      (cards + reports) * A.secondsACard * 1 +
      changes * (A.secondsAWebhook + A.secondsAnIngest) * 0.5 +
      rollups * A.secondsARollup * 1.769 +
      A.reconcilesADay * A.daysAMonth * A.secondsAReconcile * 0.5 +
      A.daysAMonth * A.secondsANight * 1.769,
    httpRequests: cards + reports + changes,
    sqsRequests: 2 * A.idlePollsAQueueAndMonth + 6 * changes,
    schedulerRuns: scheduled,
    secretReads: A.coldStartsADay * A.daysAMonth,
    logsGb: (lambdaRequests * A.logBytesAnInvocation) / 1e9,
  };
}
