import { useEffect, useReducer } from 'react';
import { askInsights, type Question } from '../insights-api.ts';
import { type InsightsLoad, nothingLoaded, reduceLoad, repeatDelayMs } from './insights-load.ts';

/**
 * Loads the insights of the deal, and again whenever the question changes. While the answer is older than the page it asks
 * a few more times by itself. `question` is null until the page's own properties are known.
 */
export function useDealInsights(apiBaseUrl: unknown, question: Question | null) {
  const [load, dispatch] = useReducer(reduceLoad, nothingLoaded);
  useAsking(question, dispatch);
  useAnswers(apiBaseUrl, load, dispatch);
  useRepeats(load, dispatch);
  return { load, askAgain: () => dispatch({ type: 'ask-again' }) };
}

type Dispatch = (event: Parameters<typeof reduceLoad>[1]) => void;

function useAsking(question: Question | null, dispatch: Dispatch) {
  const { dealId, pipelineId, stageId } = question ?? {};
  useEffect(() => {
    if (dealId === undefined) return;
    dispatch({ type: 'ask', question: { dealId, pipelineId: pipelineId ?? null, stageId: stageId ?? null } });
  }, [dealId, pipelineId, stageId, dispatch]);
}

function useAnswers(apiBaseUrl: unknown, { question, request }: InsightsLoad, dispatch: Dispatch) {
  useEffect(() => {
    if (question === null) return;
    void askInsights(apiBaseUrl, question).then((answer) => dispatch({ type: 'answer', request, answer }));
  }, [apiBaseUrl, question, request, dispatch]);
}

function useRepeats(load: InsightsLoad, dispatch: Dispatch) {
  const delayMs = repeatDelayMs(load);
  const { request } = load;
  useEffect(() => {
    if (delayMs === null) return;
    const timer = setTimeout(() => dispatch({ type: 'repeat' }), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs, request, dispatch]);
}
