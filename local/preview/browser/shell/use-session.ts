import { useMemo, useRef, useState } from 'react';
import type { PageConfig } from '../../page-config.ts';
import type { PreviewUser } from '../../options.ts';
import { writeLog } from '../host/page-log.ts';
import { limitInFlight } from '../host/in-flight.ts';
import type { FetchAnswer, FetchCall } from '../host/protocol.ts';
import { type Scenario, withScenario } from '../host/scenario.ts';
import { fetchThroughProxy } from '../host/server-api.ts';
import { addressParameter, writeAddress } from './address.ts';
import { useAlerts } from './alerts.tsx';

/** Who looks, in which language, with which troubles: the same in every place of the preview. */
export interface Session {
  readonly user: PreviewUser | undefined;
  readonly setUserId: (userId: string) => void;
  readonly locale: string;
  readonly setLocale: (locale: string) => void;
  readonly scenario: Scenario;
  readonly setScenario: (scenario: Scenario) => void;
  readonly fetch: (call: FetchCall) => Promise<FetchAnswer>;
  readonly alerts: ReturnType<typeof useAlerts>;
}

export function useSession(config: PageConfig): Session {
  const [userId, setUserId] = useState(addressParameter('previewUser') ?? config.users[0]?.userId ?? '');
  const [locale, setLocale] = useState(addressParameter('previewLocale') ?? config.locale);
  const [scenario, setScenario] = useState<Scenario>({ latencyMs: 0, failures: 0 });
  const fetch = useExtensionFetch({
    userId,
    scenario,
    onUsed: () => setScenario((before) => ({ ...before, failures: 0 })),
  });
  return {
    user: config.users.find((candidate) => candidate.userId === userId),
    setUserId: (chosen) => {
      writeAddress({ previewUser: chosen });
      setUserId(chosen);
    },
    locale,
    setLocale: (chosen) => {
      writeAddress({ previewLocale: chosen });
      setLocale(chosen);
    },
    scenario,
    setScenario,
    fetch,
    alerts: useAlerts(),
  };
}

/** All extensions of the page together, as they are one app. */
const send = limitInFlight(fetchThroughProxy);

interface FetchParts {
  readonly userId: string;
  readonly scenario: Scenario;
  readonly onUsed: () => void;
}

/** One function for the life of the page, so that a change of scenario does not start the extension anew. */
function useExtensionFetch(parts: FetchParts) {
  const now = useRef(parts);
  now.current = parts;
  return useMemo(
    () =>
      withScenario(() => now.current.scenario, {
        onUsed: () => now.current.onUsed(),
        fetch: async (call, failures) => {
          const { refusal, ...answer } = await send(call, { userId: now.current.userId, failures });
          if (refusal !== null) writeLog('host', 'error', `hubspot.fetch() to ${call.requestUri}: ${refusal}`);
          return answer;
        },
      }),
    [],
  );
}
