import { useMemo, useRef, useState } from 'react';
import type { PageConfig } from '../../page-config.ts';
import type { PreviewUser } from '../../options.ts';
import { writeLog } from '../host/page-log.ts';
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
  const [scenario, setScenario] = useState<Scenario>({ latencyMs: 0, failNext: false });
  const fetch = useExtensionFetch({
    userId,
    scenario,
    onFailed: () => setScenario((before) => ({ ...before, failNext: false })),
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

interface FetchParts {
  readonly userId: string;
  readonly scenario: Scenario;
  readonly onFailed: () => void;
}

/** One function for the life of the page, so that a change of scenario does not start the extension anew. */
function useExtensionFetch(parts: FetchParts) {
  const now = useRef(parts);
  now.current = parts;
  return useMemo(
    () =>
      withScenario(() => now.current.scenario, {
        onFailed: () => now.current.onFailed(),
        fetch: async (call) => {
          const { refusal, ...answer } = await fetchThroughProxy(call, now.current.userId);
          if (refusal !== null) writeLog('host', 'error', `hubspot.fetch() to ${call.requestUri}: ${refusal}`);
          return answer;
        },
      }),
    [],
  );
}
