import type { FetchAnswer, FetchCall } from './protocol.ts';

/** Troubles that the panel can ask for, to see what a card makes of them. */
export interface Scenario {
  readonly latencyMs: number;
  /** How often the backend fails for the next call: HubSpot asks once more, so that a card sees only the second failure. */
  readonly failures: 0 | 1 | 2;
}

interface ScenarioParts {
  readonly fetch: (call: FetchCall, failures: number) => Promise<FetchAnswer>;
  /** The failures were used up: the next call is a usual one. */
  readonly onUsed: () => void;
}

/** Puts the scenario of the moment before each call. */
export function withScenario(current: () => Scenario, { fetch, onUsed }: ScenarioParts) {
  return async (call: FetchCall): Promise<FetchAnswer> => {
    const { latencyMs, failures } = current();
    if (failures > 0) onUsed();
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    return fetch(call, failures);
  };
}
