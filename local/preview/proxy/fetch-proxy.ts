import type { Context } from 'hono';
import type { PreviewOptions } from '../options.ts';
import { type CardCall, parseCardCall } from './fetch-rules.ts';
import { forward } from './forward.ts';
import { identifiedUrl } from './identify.ts';
import { appAnswer, invalidCall, ProxyRefusal, refusalAnswer } from './proxy-answer.ts';

const IN_FLIGHT_MAX = 20; // HubSpot: per app and account

/** The page says who is logged in; HubSpot knows it from its session. */
const USER_HEADER = 'x-preview-user';

/** Answers `hubspot.fetch()` as HubSpot's backend does: its rules, the identity it adds, its signature, its envelope. */
export function createFetchProxy(options: PreviewOptions, permittedUrls: readonly string[]) {
  let inFlight = 0;

  const ask = async (call: CardCall, userId: string | undefined) => {
    const user = options.users.find((candidate) => candidate.userId === userId);
    if (user === undefined) throw invalidCall(`The preview knows no user ${userId ?? '(none named)'}`);
    if (inFlight >= IN_FLIGHT_MAX)
      throw new ProxyRefusal(429, 'RATE_LIMITS', `More than ${IN_FLIGHT_MAX} requests at the same time`);
    inFlight += 1;
    try {
      return await forward(call, identifiedUrl(call.requestUri, { ...options, user }), options);
    } finally {
      inFlight -= 1;
    }
  };

  return async (context: Context) => {
    const input: unknown = await context.req.json().catch(() => null);
    const asked = { ...namedIn(input), portalId: options.portalId };
    try {
      const call = parseCardCall(input, permittedUrls);
      const { status, body } = await ask(call, context.req.header(USER_HEADER));
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
