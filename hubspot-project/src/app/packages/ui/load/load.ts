import type { Answer, Failure } from '../api/answer.ts';

/** What a screen shows. `data` stays through later failures: old figures with a warning are better than none. */
export type Shown<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'data'; readonly data: T; readonly lastFailure: Failure | null }
  | { readonly status: 'unknown' }
  | { readonly status: 'refused' }
  | ({ readonly status: 'failed' } & Failure);

/** One load: what is asked, the number of its newest request, and what is shown meanwhile. */
export interface Load<T> {
  /** Names the question; data of another question is never shown. Null: nothing asked yet. */
  readonly question: string | null;
  /** Counts requests: an answer to an older one is dropped. */
  readonly request: number;
  readonly isAsking: boolean;
  readonly shown: Shown<T>;
}

export type LoadEvent<T> =
  | { readonly type: 'ask'; readonly question: string }
  | { readonly type: 'ask-again' }
  | { readonly type: 'answer'; readonly request: number; readonly answer: Answer<T> };

export const nothingLoaded: Load<never> = { question: null, request: 0, isAsking: false, shown: { status: 'loading' } };

export function reduceLoad<T>(load: Load<T>, event: LoadEvent<T>): Load<T> {
  switch (event.type) {
    case 'ask':
      return { question: event.question, request: load.request + 1, isAsking: true, shown: { status: 'loading' } };
    case 'ask-again': {
      const shown: Shown<T> = load.shown.status === 'data' ? load.shown : { status: 'loading' };
      return { ...load, request: load.request + 1, isAsking: true, shown };
    }
    case 'answer':
      if (event.request !== load.request) return load;
      return { ...load, isAsking: false, shown: shownAfter(event.answer, load.shown) };
  }
}

/** What is shown once an answer has come. */
export function shownAfter<T>(answer: Answer<T>, before: Shown<T>): Shown<T> {
  switch (answer.kind) {
    case 'data':
      return { status: 'data', data: answer.data, lastFailure: null };
    case 'unknown':
      return { status: 'unknown' };
    case 'refused':
      return { status: 'refused' };
    case 'failed': {
      const { kind: _, ...failure } = answer;
      return before.status === 'data' ? { ...before, lastFailure: failure } : { status: 'failed', ...failure };
    }
  }
}
