import { createRemoteReceiver, type RemoteReceiver } from '@remote-ui/core';
import { createEndpoint } from '@remote-ui/rpc';
import type { CrmPropertyStore } from './crm-properties.ts';
import type { PageLocation } from '../shell/places.ts';
import type { ExtensionContext, FetchAnswer, FetchCall, HostApi, LogLevel, WorkerApi } from './protocol.ts';

export interface HostParts {
  readonly bundleUrl: string;
  readonly context: ExtensionContext;
  /** The record that the extension stands in, if it stands in one. */
  readonly crm: CrmPropertyStore | null;
  /** Where an app page starts. */
  readonly location: PageLocation;
  readonly log: (level: LogLevel, message: string) => void;
  readonly fetch: (call: FetchCall) => Promise<FetchAnswer>;
  readonly action: (name: string, args: readonly unknown[]) => Promise<unknown>;
}

export interface ExtensionHost {
  readonly receiver: RemoteReceiver;
  /** Resolves when the card has drawn itself for the first time; rejects with what kept it from that. */
  readonly drawn: Promise<void>;
  /** Tells an app page that it is elsewhere now. */
  navigate(location: PageLocation): void;
  stop(): void;
}

const LOAD_TIMEOUT_MS = 20_000;

/** Runs one bundle in a worker of its own and answers what it asks. */
export function startExtension({ bundleUrl, context, crm, location, log, fetch, action }: HostParts): ExtensionHost {
  const worker = new Worker('/assets/worker.js');
  const endpoint = createEndpoint<WorkerApi>(worker);
  const receiver = createRemoteReceiver();
  const cleanups = new Set<() => void>();

  const api: HostApi = {
    log,
    fetch,
    action,
    async fetchCrmProperties(names, onUpdate, options) {
      if (crm === null) {
        const message = 'useCrmProperties() works in cards of a record: this place has no record.';
        log('error', message);
        throw new Error(message);
      }
      const cleanup = crm.subscribe(names, onUpdate, options);
      cleanups.add(cleanup);
      return { data: await crm.fetch(names, options), cleanup };
    },
  };
  endpoint.expose({ ...api });

  const draw = async (): Promise<void> => {
    const extendCalls = await endpoint.call.load(bundleUrl);
    if (extendCalls > 1) log('warn', `The bundle called hubspot.extend() ${extendCalls} times: the first counts.`);
    await endpoint.call.navigate(location);
    await endpoint.call.render(receiver.receive, context);
  };
  const broken = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    setTimeout(() => reject(new Error(`The card drew nothing within ${LOAD_TIMEOUT_MS / 1000} s.`)), LOAD_TIMEOUT_MS);
  });

  return {
    receiver,
    drawn: Promise.race([draw(), broken]),
    navigate: (to) => void endpoint.call.navigate(to),
    stop() {
      for (const cleanup of cleanups) cleanup();
      endpoint.terminate();
      worker.terminate();
    },
  };
}
