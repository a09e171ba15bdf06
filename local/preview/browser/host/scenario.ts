import type { FetchAnswer, FetchCall } from './protocol.ts';

/** Troubles that the panel can ask for, to see what a card makes of them. */
export interface Scenario {
  readonly latencyMs: number;
  /** The next call finds the backend failing. */
  readonly failNext: boolean;
}

const FAILURE: FetchAnswer = {
  status: 502,
  body: JSON.stringify({
    status: 'error',
    category: 'BAD_GATEWAY',
    message: 'Unacceptable HTTP status 503',
    context: { appServerStatusCode: ['503'] },
  }),
};

/** Puts the scenario of the moment before each call. */
export function withScenario(
  current: () => Scenario,
  { fetch, onFailed }: { readonly fetch: (call: FetchCall) => Promise<FetchAnswer>; readonly onFailed: () => void },
) {
  return async (call: FetchCall): Promise<FetchAnswer> => {
    const { latencyMs, failNext } = current();
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    if (!failNext) return fetch(call);
    onFailed();
    return FAILURE;
  };
}
