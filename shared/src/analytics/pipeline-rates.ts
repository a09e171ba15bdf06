import { dealsSeen } from './chance-backtest.ts';
import { worthOf } from './clustered-share.ts';
import { dealLifetimes, LOST, WON } from './deal-cycle.ts';
import { type RateCount, sumOf } from './drawn-estimate.ts';
import { knownVisits } from './known-visits.ts';
import { isWithin } from './period.ts';
import type { ReportQuestion } from './report-question.ts';
import { windowSamples } from './window-sample.ts';

/** What is counted of a pipeline so that the portal's other pipelines can borrow from it. */
export interface PipelineRates {
  readonly pipelineId: string;
  /** Of the visits that ended in the period, those that led on. */
  readonly ledOn: RateCount;
  /** Of the deals that closed in it, those that were won. */
  readonly won: RateCount;
  /** Of the deals that waited on past days, those that were won within the horizon: in the trials that these rows are worth. */
  readonly wonWithin: RateCount;
}

/**
 * The rates of a pipeline as others borrow them. A pipeline without deals counts nothing of nothing.
 * @example pipelineRates(question).won // { x: 41, n: 130 }
 */
export function pipelineRates({ table, pipeline, calendar, horizonDays, stamp }: ReportQuestion): PipelineRates {
  const { asOf } = stamp;
  const known = knownVisits(table, pipeline, asOf);
  const samples = windowSamples(known, calendar.period);
  const closes = { won: 0, lost: 0 };
  const { length, endedAt, outcome } = dealLifetimes(known);
  for (let at = 0; at < length; at += 1) {
    if (!isWithin(calendar.period, endedAt[at] ?? Number.NaN)) continue;
    if (outcome[at] === WON) closes.won += 1;
    if (outcome[at] === LOST) closes.lost += 1;
  }
  const days = calendar.mondays.filter(({ at }) => at <= asOf);
  return {
    pipelineId: pipeline.pipelineId,
    ledOn: { x: sumOf(samples.map(({ advanced }) => advanced)), n: sumOf(samples.map(({ exits }) => exits)) },
    won: { x: closes.won, n: closes.won + closes.lost },
    wonWithin: worthOf(dealsSeen({ table, pipeline, asOf, horizonDays, days })),
  };
}
