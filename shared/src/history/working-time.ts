import { lastNotAbove } from '../statistics/step-function.ts';
import { DAY_MS, type EpochMs } from './instant.ts';

/**
 * When somebody is at work: opening spans as columns, ascending and apart from each other. Made where time zones are known,
 * and handed in as data.
 */
export interface OpeningSpans {
  /** First instant of each span, epoch ms. */
  readonly startsAt: Float64Array;
  /** First instant after it. */
  readonly endsAt: Float64Array;
  /** Open time in all spans before it, ms. */
  readonly openMsBefore: Float64Array;
  /** What the calendar speaks of: [coversFromAt, coversToAt). Outside it nothing is known. */
  readonly coversFromAt: EpochMs;
  readonly coversToAt: EpochMs;
}

/**
 * How much working time lies between two instants, ms: the open part of [fromAt, toAt). A second clock beside calendar time:
 * a figure is in one or in the other, never in both. The open time up to each instant, subtracted; the span of an instant is
 * found from the first of its day, whatever the length of the calendar.
 *
 * 0 when `toAt` is not after `fromAt`. NaN where an instant lies outside what the calendar covers: it is not known then.
 * @example openMsBetween(spans)(fridayAt16, mondayAt10) // 7_200_000: two hours, 9 to 17 h
 */
export function openMsBetween(spans: OpeningSpans): (fromAt: EpochMs, toAt: EpochMs) => number {
  const openMsUntil = openTime(spans);
  return (fromAt, toAt) => {
    if (!(covers(spans, fromAt) && covers(spans, toAt))) return Number.NaN;
    return toAt > fromAt ? openMsUntil(toAt) - openMsUntil(fromAt) : 0;
  };
}

function covers({ coversFromAt, coversToAt }: OpeningSpans, at: EpochMs): boolean {
  return at >= coversFromAt && at <= coversToAt;
}

function openTime({ startsAt, endsAt, openMsBefore }: OpeningSpans): (at: EpochMs) => number {
  const firstAt = startsAt[0] ?? Number.POSITIVE_INFINITY;
  const days = startsAt.length === 0 ? 0 : Math.floor(((startsAt.at(-1) ?? 0) - firstAt) / DAY_MS) + 1;
  const spanOfDay = Int32Array.from({ length: days }, (_, day) => lastNotAbove(startsAt, firstAt + day * DAY_MS));
  return (at) => {
    if (!(at >= firstAt)) return 0;
    let span = spanOfDay[Math.min(Math.floor((at - firstAt) / DAY_MS), days - 1)] ?? 0;
    while ((startsAt[span + 1] ?? Number.POSITIVE_INFINITY) <= at) span += 1;
    return (openMsBefore[span] ?? 0) + Math.min(at, endsAt[span] ?? 0) - (startsAt[span] ?? 0);
  };
}
