import { ContractError, type DealInsights, parseDealInsights } from '@deal-stage-insights/shared';
import { hubspot, logger } from '@hubspot/ui-extensions';
import { problemInAnswer } from './problem-in-answer.ts';

/** The deal, and the stage the rep sees on the page: the API compares it with what it has recorded. */
export interface Question {
  readonly dealId: string;
  readonly pipelineId: string | null;
  readonly stageId: string | null;
}

export type FailureReason = 'not-configured' | 'unreachable' | 'unreadable';

export type Answer =
  | { readonly kind: 'insights'; readonly insights: DealInsights }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly requestId: string | null };

const TIMEOUT_MS = 8_000; // HubSpot waits 15 s by default; a rep does not.

/** Asks for the insights of a deal. Whatever happens is an answer: this never throws. */
export async function askInsights(apiBaseUrl: unknown, question: Question): Promise<Answer> {
  if (typeof apiBaseUrl !== 'string' || apiBaseUrl === '') return failed('not-configured', null);
  try {
    const response = await hubspot.fetch(insightsUrl(apiBaseUrl, question), { method: 'GET', timeout: TIMEOUT_MS });
    const body: unknown = await response.json();
    return response.ok && !isErrorWrapper(body) ? readInsights(body) : refusal(body, response.status);
  } catch (error) {
    logger.error(`Deal insights could not be fetched: ${messageOf(error)}`);
    return failed('unreachable', null);
  }
}

function insightsUrl(apiBaseUrl: string, question: Question): string {
  const seen = [
    ['pipeline', question.pipelineId],
    ['stage', question.stageId],
  ].flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []));
  const query = seen.length === 0 ? '' : `?${seen.join('&')}`;
  return `${apiBaseUrl}/v1/deals/${encodeURIComponent(question.dealId)}/insights${query}`;
}

/** HubSpot's proxy answers 200 and says `status: "error"` inside. */
function isErrorWrapper(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Reflect.get(body, 'status') === 'error';
}

function readInsights(body: unknown): Answer {
  try {
    return { kind: 'insights', insights: parseDealInsights(body) };
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    logger.error(`Deal insights do not keep the contract: ${error.message}`);
    return failed('unreadable', null);
  }
}

function refusal(body: unknown, status: number): Answer {
  const { code, requestId } = problemInAnswer(body, status);
  if (code === 'not-found') return { kind: 'unknown' };
  if (code === 'forbidden') return { kind: 'refused' };
  logger.error(`Deal insights answered ${code}, request ${requestId ?? 'unknown'}`);
  return failed('unreachable', requestId);
}

function failed(reason: FailureReason, requestId: string | null): Answer {
  return { kind: 'failed', reason, requestId };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
