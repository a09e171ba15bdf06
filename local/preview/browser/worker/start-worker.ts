import { createEndpoint, retain } from '@remote-ui/rpc';
import * as RemoteUI from '@remote-ui/react';
import * as React from 'react';
import type { HostApi, LogLevel, WorkerApi } from '../host/protocol.ts';
import { CardRoot, type ExtensionApi } from './card-root.tsx';
import { watchedChannel } from './channel.ts';
import { createHsFetch } from './hs-fetch.ts';
import { loadScript, natives } from './natives.ts';
import { createPageLocation } from './page-location.ts';
import { closeSandbox, explained } from './sandbox.ts';
import { createActions, createWorkerApi } from './worker-api.ts';

type ExtendCallback = (api: ExtensionApi) => React.ReactNode;

/** Makes this worker what HubSpot's is: its globals before any bundle, nothing that a browser has beside them. */
export function startWorker(): void {
  const endpoint = createEndpoint<HostApi>({
    postMessage: (message: unknown) => Reflect.apply(natives.postMessage, self, [message]),
    addEventListener: natives.addEventListener,
    removeEventListener: natives.removeEventListener,
  });
  const host = endpoint.call;
  const log = (level: LogLevel, message: string) => void host.log(level, message);
  const extendCalls: ExtendCallback[] = [];
  const pageLocation = createPageLocation();

  reportUncaught(log);
  forwardConsole(log);
  Object.assign(self, {
    __HUBSPOT_EXTENSION_WORKER__: true,
    React,
    RemoteUI,
    extend_V2: (callback: ExtendCallback) => extendCalls.push(callback),
    logger: loggerOf(log),
    serverless: () => Promise.reject(new Error('The app has no serverless functions: use hubspot.fetch().')),
    hsFetch: createHsFetch(host.fetch),
    hsWorkerAPI: createWorkerApi(host, pageLocation.useAppPageLocation),
  });

  const api: WorkerApi = {
    async load(bundleUrl) {
      const base = self.location.origin;
      closeSandbox();
      try {
        loadScript(new URL(bundleUrl, base).href);
      } catch (error) {
        throw new Error(explained(error));
      }
      return extendCalls.length;
    },
    navigate: (location) => pageLocation.navigate(location),
    async render(channel, context) {
      retain(channel);
      const [extend] = extendCalls;
      if (extend === undefined) throw new Error('The bundle never called hubspot.extend(): HubSpot shows nothing.');
      const root = RemoteUI.createRemoteRoot(watchedChannel(channel, log));
      const extensionApi: ExtensionApi = {
        context,
        actions: createActions(host, String(context['location'])),
        runServerlessFunction: () => Promise.reject(new Error('The app has no serverless functions.')),
      };
      const onCrash = (error: unknown) => log('error', `The card crashed. ${explained(error)}`);
      // Inside the tree, so that an error of the callback itself meets the boundary too.
      const Card = () => React.createElement(React.Fragment, null, extend(extensionApi));
      RemoteUI.createRoot(root).render(
        React.createElement(CardRoot, { api: extensionApi, onCrash }, React.createElement(Card)),
      );
      await root.mount();
    },
  };
  endpoint.expose({ ...api });
}

function reportUncaught(log: (level: LogLevel, message: string) => void): void {
  natives.addEventListener('error', (event) => log('error', `Uncaught. ${explained(event.error ?? event.message)}`));
  natives.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    log('error', `Unhandled rejection. ${explained(event.reason)}`);
  });
}

/** HubSpot wants `logger`; what a card or a library writes to the console is not lost here either. */
function forwardConsole(log: (level: LogLevel, message: string) => void): void {
  const forward =
    (level: LogLevel) =>
    (...parts: readonly unknown[]) =>
      log(level, `console: ${parts.map(textOf).join(' ')}`);
  Object.assign(console, {
    debug: forward('debug'),
    log: forward('info'),
    info: forward('info'),
    warn: forward('warn'),
    error: forward('error'),
  });
}

function loggerOf(log: (level: LogLevel, message: string) => void) {
  const write = (level: LogLevel) => (message: unknown) => log(level, textOf(message));
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  return part instanceof Error ? explained(part) : (JSON.stringify(part) ?? typeof part);
}
