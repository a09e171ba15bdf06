import type { FetchAnswer } from './protocol.ts';

const IN_FLIGHT_MAX = 20; // HubSpot: per app and account

const TOO_MANY = `More than ${IN_FLIGHT_MAX} requests at the same time`;

interface Answered extends FetchAnswer {
  /** Why HubSpot did not let the call through, or what is wrong with the answer; null: nothing. */
  readonly refusal: string | null;
}

/**
 * Lets as many calls out at a time as HubSpot does and refuses the next, as the proxy would: the browser opens fewer connections
 * than that and would hold the others back, so that the proxy never sees them together.
 */
export function limitInFlight<A extends readonly unknown[]>(send: (...call: A) => Promise<Answered>) {
  let inFlight = 0;
  return async (...call: A): Promise<Answered> => {
    if (inFlight >= IN_FLIGHT_MAX) {
      const body = JSON.stringify({ status: 'error', category: 'RATE_LIMITS', message: TOO_MANY });
      return { status: 429, body, refusal: TOO_MANY };
    }
    inFlight += 1;
    try {
      return await send(...call);
    } finally {
      inFlight -= 1;
    }
  };
}
