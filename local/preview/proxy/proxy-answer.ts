import { randomUUID } from 'node:crypto';

export type ProxyCategory =
  | 'VALIDATION_ERROR'
  | 'RATE_LIMITS'
  | 'BAD_GATEWAY'
  | 'GATEWAY_TIMEOUT'
  | 'PAYLOAD_TOO_LARGE';

/** HubSpot's envelope around what the app's server said, or around why it was not asked. */
export interface ProxyAnswer {
  readonly status: 'success' | 'error';
  readonly responseBody?: unknown;
  readonly category?: ProxyCategory;
  readonly message?: string;
  readonly errors?: readonly { readonly message: string }[];
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** A request that does not leave the proxy, or whose answer does not come through. */
export class ProxyRefusal extends Error {
  readonly httpStatus: 400 | 413 | 429 | 502 | 504;
  readonly category: ProxyCategory;

  constructor(httpStatus: ProxyRefusal['httpStatus'], category: ProxyCategory, message: string) {
    super(message);
    this.name = 'ProxyRefusal';
    this.httpStatus = httpStatus;
    this.category = category;
  }
}

export const invalidCall = (message: string): ProxyRefusal => new ProxyRefusal(400, 'VALIDATION_ERROR', message);

interface Asked {
  readonly requestUri: string;
  readonly method: string;
  readonly portalId: string;
}

export function refusalAnswer(refusal: ProxyRefusal, asked: Asked): ProxyAnswer {
  return {
    status: 'error',
    category: refusal.category,
    message: refusal.message,
    errors: [{ message: refusal.message }],
    context: contextOf(asked),
  };
}

/** The app's own statuses of 300 and above come as an error envelope too, with the app's status in its context. */
export function appAnswer(asked: Asked, appStatus: number, responseBody: unknown): ProxyAnswer {
  const context = { ...contextOf(asked), appServerStatusCode: [String(appStatus)] };
  if (appStatus < 300) return { status: 'success', responseBody, context };
  const message = `Unacceptable HTTP status ${appStatus} calling ${asked.requestUri}`;
  return { status: 'error', category: 'BAD_GATEWAY', message, errors: [{ message }], responseBody, context };
}

const contextOf = ({ requestUri, method, portalId }: Asked) => ({
  correlationId: [randomUUID()],
  httpMethod: [method],
  portalId: [portalId],
  requestUri: [requestUri],
});
