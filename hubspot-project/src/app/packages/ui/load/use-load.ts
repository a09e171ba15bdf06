import { useEffect, useReducer, useRef } from 'react';
import type { Answer } from '../api/answer.ts';
import { type Load, type LoadEvent, nothingLoaded, reduceLoad } from './load.ts';

interface Loading<T> {
  readonly load: Load<T>;
  readonly askAgain: () => void;
}

/**
 * Asks once for each `question` (a text that names everything the answer depends on; null waits) and again on demand.
 * @example const { load, askAgain } = useLoad(`stages ${pipelineId}`, () => askApi(apiBaseUrl, { path, parse }));
 */
export function useLoad<T>(question: string | null, ask: () => Promise<Answer<T>>): Loading<T> {
  const [load, dispatch] = useReducer(
    (before: Load<T>, event: LoadEvent<T>) => reduceLoad(before, event),
    nothingLoaded,
  );
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });
  useEffect(() => {
    if (question !== null) dispatch({ type: 'ask', question });
  }, [question]);
  const { request } = load;
  useEffect(() => {
    if (request > 0) void asking.current().then((answer) => dispatch({ type: 'answer', request, answer }));
  }, [request]);
  return { load, askAgain: () => dispatch({ type: 'ask-again' }) };
}
