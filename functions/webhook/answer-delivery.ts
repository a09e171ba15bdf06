import type { Problem } from '@deal-stage-insights/shared';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { PROBLEMS } from '../api/problems.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Delivery, type ReceiveDeps, receiveDelivery } from './receive-delivery.ts';

export interface AnswerDeps extends ReceiveDeps {
  readonly log: Log;
}

const BODY_BYTES_MAX = 1024 * 1024; // A hundred events, HubSpot's most, take 60 KB.

/** One delivery over HTTP. HubSpot repeats whatever is not answered with 2xx within five seconds. */
export async function answerDelivery(
  deps: AnswerDeps,
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId } = event.requestContext;
  try {
    const receipt = await receiveDelivery(deps, toDelivery(event));
    deps.log.info('received', { requestId, ...receipt });
    return { statusCode: 204 };
  } catch (error) {
    const isRefusal = error instanceof AppError && PROBLEMS[error.code].status < 500;
    if (isRefusal) deps.log.warn('refused', { requestId, code: error.code, reason: reasonOf(error) });
    else deps.log.error('failed', { requestId, error });
    return problemAnswer(error, { requestId, docsUrl: `${deps.publicBaseUrl}/v1/openapi.json` });
  }
}

function toDelivery(event: APIGatewayProxyEventV2): Delivery {
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > BODY_BYTES_MAX) throw new AppError('too-large', 'No delivery of webhooks is as large as this.');
  return {
    method: event.requestContext.http.method,
    target: event.rawPath + query,
    body,
    // HTTP APIs write all header names in lower case.
    timestamp: event.headers['x-hubspot-request-timestamp'],
    signature: event.headers['x-hubspot-signature-v3'],
    signatureV1: event.headers['x-hubspot-signature'],
  };
}

function problemAnswer(
  thrown: unknown,
  { requestId, docsUrl }: { readonly requestId: string; readonly docsUrl: string },
): APIGatewayProxyStructuredResultV2 {
  const expected = thrown instanceof AppError ? thrown : null;
  const code = expected?.code ?? 'internal';
  const { status, title } = PROBLEMS[code];
  const problem: Problem = {
    type: `${docsUrl}#/components/x-problems/${code}`,
    title,
    status,
    code,
    detail: expected?.message ?? 'The cause is in the log, under the request id.',
    instance: requestId,
  };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return { statusCode: status, headers, body: JSON.stringify(problem) };
}

/** A parser quotes what it could not read: that stays out of the log. */
const reasonOf = ({ cause }: AppError): string | null =>
  cause instanceof Error && !(cause instanceof SyntaxError) ? cause.message : null;
