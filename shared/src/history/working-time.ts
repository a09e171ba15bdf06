import { lastNotAbove } from '../statistics/step-function.ts';
import type { EpochMs } from './instant.ts';

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
 * a figure is in one or in the other, never in both. O(log n): the open time up to each instant, subtracted.
 *
 * 0 when `toAt` is not after `fromAt`. NaN where an instant lies outside what the calendar covers: it is not known then.
 * @example openMsBetween(spans, fridayAt16, mondayAt10) // 7_200_000: two hours, 9 to 17 h
 */
export function openMsBetween(spans: OpeningSpans, fromAt: EpochMs, toAt: EpochMs): number {
  if (!(covers(spans, fromAt) && covers(spans, toAt))) return Number.NaN;
  return toAt > fromAt ? openMsUntil(spans, toAt) - openMsUntil(spans, fromAt) : 0;
}

function covers({ coversFromAt, coversToAt }: OpeningSpans, at: EpochMs): boolean {
  return at >= coversFromAt && at <= coversToAt;
}

function openMsUntil({ startsAt, endsAt, openMsBefore }: OpeningSpans, at: EpochMs): number {
  const span = lastNotAbove(startsAt, at);
  if (span < 0) return 0;
  return (openMsBefore[span] ?? 0) + Math.min(at, endsAt[span] ?? 0) - (startsAt[span] ?? 0);
}
