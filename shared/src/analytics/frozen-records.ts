import type { CalibrationRecord } from '../contract/calibration-report.ts';
import type { RevenueRange, TrackPoint } from '../contract/forecast-report.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { calibrationRecord } from './calibration-record.ts';
import { type FrozenDay, scoredChances } from './frozen-chances.ts';
import { knownVisits } from './known-visits.ts';
import { majorUnits } from './open-deals.ts';
import type { ReportQuestion } from './report-question.ts';
import { wonDeals } from './won-deals.ts';
import { wonSums, wonWithin } from './won-sums.ts';

/** How all that was said and kept of a pipeline has fared: an input of its reports. */
export interface FrozenRecords {
  readonly chances: CalibrationRecord;
  /** Of totals whose horizon has passed, ascending. */
  readonly totals: readonly TrackPoint[];
}

/** The forecast of the total that was told at one instant. */
export interface FrozenTotal {
  readonly day: string;
  readonly at: EpochMs;
  readonly horizonDays: number;
  readonly modelVersion: string;
  readonly said: RevenueRange;
}

/** Nothing was kept yet. */
export function noFrozenRecords({ pipeline }: Pick<ReportQuestion, 'pipeline'>): FrozenRecords {
  return { chances: calibrationRecord([], { pipeline, modelVersions: [] }), totals: [] };
}

/**
 * Scores what was said by what is known now: chances by what became of their deals, totals by what was won in their horizon.
 * @example frozenRecords(question, { days, totals }).chances.scores?.brier
 */
export function frozenRecords(
  { table, pipeline, amounts, stamp: { asOf } }: Pick<ReportQuestion, 'table' | 'pipeline' | 'amounts' | 'stamp'>,
  { days, totals }: { readonly days: readonly FrozenDay[]; readonly totals: readonly FrozenTotal[] },
): FrozenRecords {
  const rows = scoredChances({ table, pipeline, asOf }, days);
  const modelVersions = [...new Set(days.map(({ modelVersion }) => modelVersion))].sort();
  const won = wonSums(wonDeals(knownVisits(table, pipeline, asOf)), amounts);
  return {
    chances: calibrationRecord(rows, { pipeline, modelVersions }),
    totals: totals.flatMap(({ day, at, horizonDays, modelVersion, said }): TrackPoint[] => {
      const toAt = at + horizonDays * DAY_MS;
      if (toAt > asOf) return [];
      return [{ day, modelVersion, said, came: majorUnits(wonWithin(won, { fromAt: at, toAt }).amount) }];
    }),
  };
}
