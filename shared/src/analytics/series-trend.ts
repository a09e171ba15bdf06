import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import { mannKendall } from '../statistics/mann-kendall.ts';
import { normalCdf } from '../statistics/normal-distribution.ts';
import { senSlope } from '../statistics/sen-slope.ts';

export interface SeriesTrend {
  readonly verdict: 'rising' | 'falling' | 'no-clear-trend' | 'insufficient';
  /** Sen's slope per period; null with too few periods. */
  readonly perPeriod: number | null;
  readonly n: number;
}

const ENOUGH_PERIODS = 8;
const FALSE_DISCOVERIES = 0.05;

/**
 * Do series of closed periods rise or fall? Mann-Kendall with its variance widened by (1 + r) / (1 - r), r the lag-one
 * autocorrelation that is left after Sen's line (Yue and Wang 2004; never below 0): neighbouring periods
 * share deals. In so short series that takes away most of the false trends that such a likeness makes, not all.
 * Benjamini-Hochberg over all series at q = .05. Periods before the first value do not
 * count. Below 8 periods, or with a gap: insufficient.
 * @param series null where a period has no value
 * @example seriesTrends([[1, 2, 3, 4, 5, 6, 7, 8]])[0]?.verdict // 'rising'
 */
export function seriesTrends(series: readonly (readonly (number | null)[])[]): readonly SeriesTrend[] {
  const trends = series.map((values) => trendOf(sinceFirst(values)));
  const adjusted = benjaminiHochberg(trends.flatMap((trend) => trend?.pValue ?? []));
  let place = 0;
  return trends.map((trend, each): SeriesTrend => {
    const n = (series[each] ?? []).filter((value) => value !== null).length;
    if (trend === null) return { verdict: 'insufficient', perPeriod: null, n };
    const isClear = (adjusted[place++] ?? 1) <= FALSE_DISCOVERIES;
    return { verdict: !isClear ? 'no-clear-trend' : trend.score > 0 ? 'rising' : 'falling', perPeriod: trend.slope, n };
  });
}

function sinceFirst(series: readonly (number | null)[]): readonly (number | null)[] {
  const first = series.findIndex((value) => value !== null);
  return first < 0 ? [] : series.slice(first);
}

function trendOf(series: readonly (number | null)[]) {
  const values = series.filter((value) => value !== null);
  const slope = senSlope(values);
  if (values.length < ENOUGH_PERIODS || values.length < series.length || slope === null) return null;
  const { z, score } = mannKendall(values);
  const r = Math.min(0.9, Math.max(0, lagOne(values.map((value, at) => value - slope * at))));
  return { score, slope, pValue: 2 * normalCdf(-Math.abs(z) / Math.sqrt((1 + r) / (1 - r))) };
}

/** Lag-one autocorrelation, freed of its bias in short series: (n r + 1) / (n - 4) (Salas 1980). 0 for a constant series. */
function lagOne(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const away = values.map((value) => value - mean);
  const squares = away.reduce((sum, each) => sum + each ** 2, 0);
  if (squares === 0) return 0;
  const r = away.reduce((sum, each, at) => sum + each * (away[at - 1] ?? 0), 0) / squares;
  return (values.length * r + 1) / (values.length - 4);
}
