import type { ForecastTrackRecord, TrackPoint } from '../contract/forecast-report.ts';
import type { Estimate } from '../contract/estimate.ts';
import { DAY_MS } from '../history/instant.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';

const MOST_POINTS = 60;
const LEVEL = 0.95;
/** Forecasts that do not overlap, below which a share that held says nothing. */
const ENOUGH_INDEPENDENT = 3;

/**
 * How did forecasts of the total fare, of those whose horizon has passed? Forecasts made within one horizon of each other
 * speak of the same weeks: the interval of the coverage is Wilson's for as many as do not overlap. Insufficient below three.
 * @example trackRecord(points, 30).coverage // { kind: 'estimate', value: 0.77, low: 0.31, high: 0.95, n: 4, … }
 */
export function trackRecord(points: readonly TrackPoint[], horizonDays: number): ForecastTrackRecord {
  const independent = countIndependent(points, horizonDays);
  const errors = points.flatMap(({ said, came }) => (came > 0 ? [Math.abs(said.mean - came) / came] : []));
  const [said, came] = [sumOf(points, (point) => point.said.mean), sumOf(points, (point) => point.came)];
  return {
    forecasts: points.length,
    independent,
    coverage: coverageOf(points, independent),
    meanAbsoluteError: errors.length === 0 ? null : errors.reduce((sum, error) => sum + error, 0) / errors.length,
    bias: came > 0 ? said / came - 1 : null,
    points: points.slice(-MOST_POINTS),
  };
}

function coverageOf(points: readonly TrackPoint[], independent: number): Estimate {
  if (independent < ENOUGH_INDEPENDENT) return { kind: 'insufficient', n: independent, needed: ENOUGH_INDEPENDENT };
  const value = points.filter(({ said, came }) => came >= said.p10 && came <= said.p90).length / points.length;
  const { low, high } = wilsonInterval(value * independent, independent, LEVEL);
  const limits = { low: Math.min(low, value), high: Math.max(high, value) };
  return { kind: 'estimate', value, ...limits, level: LEVEL, n: independent, from: 'pipeline' };
}

/** The most of them that lie a horizon apart, from the first on. */
function countIndependent(points: readonly TrackPoint[], horizonDays: number): number {
  let [count, free] = [0, Number.NEGATIVE_INFINITY];
  for (const { day } of points) {
    const at = Date.parse(`${day}T00:00:00Z`);
    if (at < free) continue;
    count += 1;
    free = at + horizonDays * DAY_MS;
  }
  return count;
}

function sumOf(points: readonly TrackPoint[], value: (point: TrackPoint) => number): number {
  return points.reduce((sum, point) => sum + value(point), 0);
}
