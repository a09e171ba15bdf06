import type { DealInsights } from '@deal-stage-insights/shared';
import { type Answer, type Shown, shownAfter } from '@deal-stage-insights/ui';
import type { Question } from '../insights-api.ts';

/** One load of the card: a question, the number of its newest request, and what is shown meanwhile. */
export interface InsightsLoad {
  readonly question: Question | null;
  /** Counts requests: an answer to an older one is dropped. */
  readonly request: number;
  readonly isAsking: boolean;
  /** Automatic repeats since the question was put. */
  readonly repeats: number;
  /** Figures stay through later failures: old ones with a warning are better than none. */
  readonly shown: Shown<DealInsights>;
}

export type LoadEvent =
  | { readonly type: 'ask'; readonly question: Question }
  | { readonly type: 'ask-again' }
  | { readonly type: 'repeat' }
  | { readonly type: 'answer'; readonly request: number; readonly answer: Answer<DealInsights> };

export const nothingLoaded: InsightsLoad = {
  question: null,
  request: 0,
  isAsking: false,
  repeats: 0,
  shown: { status: 'loading' },
};

/** A fresh read takes HubSpot and the queues a second or two; after these waits the rep is asked to press a button. */
const REPEAT_DELAYS_MS = [1_000, 2_000, 4_000, 8_000] as const;

/** Milliseconds until the card asks again by itself, or null when it is not waiting for newer data (or has tried enough). */
export function repeatDelayMs(load: InsightsLoad): number | null {
  return !load.isAsking && isWaiting(load) ? (REPEAT_DELAYS_MS[load.repeats] ?? null) : null;
}

/** The answer is known to be older than the page: newer data is on its way. */
export function isWaiting({ shown }: InsightsLoad): boolean {
  return shown.status === 'unknown' || (shown.status === 'data' && shown.data.behind);
}

export function reduceLoad(load: InsightsLoad, event: LoadEvent): InsightsLoad {
  switch (event.type) {
    case 'ask':
      return { ...asking(load), question: event.question, repeats: 0, shown: shownFor(event.question, load) };
    case 'ask-again':
      return {
        ...asking(load),
        repeats: 0,
        shown: load.shown.status === 'failed' ? { status: 'loading' } : load.shown,
      };
    case 'repeat':
      return { ...asking(load), repeats: load.repeats + 1 };
    case 'answer':
      if (event.request !== load.request) return load;
      return { ...load, isAsking: false, shown: shownAfter(event.answer, load.shown) };
  }
}

function asking(load: InsightsLoad): InsightsLoad {
  return { ...load, request: load.request + 1, isAsking: true };
}

/** Figures of the same deal stay while its new stage is being asked for; figures of another deal never do. */
function shownFor(question: Question, { question: before, shown }: InsightsLoad): InsightsLoad['shown'] {
  return before?.dealId === question.dealId && shown.status === 'data' ? shown : { status: 'loading' };
}
