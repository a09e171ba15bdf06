import type { Context } from 'hono';
import type { PreviewOptions } from '../options.ts';
import { type CardCall, parseCardCall } from './fetch-rules.ts';
import { forward } from './forward.ts';
import { identifiedUrl } from './identify.ts';
import { appAnswer, invalidCall, ProxyRefusal, refusalAnswer } from './proxy-answer.ts';

const IN_FLIGHT_MAX = 20; // HubSpot: per app and account

/** The page says who is logged in; HubSpot knows it from its session. */
const USER_HEADER = 'x-preview-user';
/** How often the backend is to fail for this call: the preview's way to see what a card makes of it. */
const FAILURES_HEADER = 'x-preview-failures';

interface Sender {
  readonly userId: string | undefined;
  readonly failures: number;
}

/** Answers `hubspot.fetch()` as HubSpot's backend does: its rules, the identity it adds, its signature, its envelope. */
export function createFetchProxy(options: PreviewOptions, permittedUrls: readonly string[]) {
  let inFlight = 0;

  const ask = async (call: CardCall, { userId, failures }: Sender) => {
    const user = options.users.find((candidate) => candidate.userId === userId);
    if (user === undefined) throw invalidCall(`The preview knows no user ${userId ?? '(none named)'}`);
    if (inFlight >= IN_FLIGHT_MAX)
      throw new ProxyRefusal(429, 'RATE_LIMITS', `More than ${IN_FLIGHT_MAX} requests at the same time`);
    inFlight += 1;
    try {
      return await forward(call, identifiedUrl(call.requestUri, { ...options, user }), { ...options, failures });
    } finally {
      inFlight -= 1;
    }
  };

  return async (context: Context) => {
    const input: unknown = await context.req.json().catch(() => null);
    const asked = { ...namedIn(input), portalId: options.portalId };
    try {
      const call = parseCardCall(input, permittedUrls);
      const failures = Number(context.req.header(FAILURES_HEADER) ?? 0);
      const { status, body } = await ask(call, { userId: context.req.header(USER_HEADER), failures });
      return context.json(appAnswer(asked, status, body));
    } catch (error) {
      if (error instanceof ProxyRefusal) return context.json(refusalAnswer(error, asked), error.httpStatus);
      throw error;
    }
  };
}

/** What the envelope claims, for the answer's context: even a refused request is told what it asked. */
function namedIn(input: unknown) {
  const field = (name: string): string => {
    const value: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { requestUri: field('requestUri'), method: field('method') };
}
