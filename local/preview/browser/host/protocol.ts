import type { RemoteChannel } from '@remote-ui/core';
import type { PageLocation } from '../shell/places.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** `hubspot.fetch()` on its way to the proxy. */
export interface FetchCall {
  readonly requestUri: string;
  readonly method: string;
  readonly requestTimeoutMillis: number;
  readonly requestBody?: unknown;
  readonly requestHeaders: Readonly<Record<string, string>>;
}

export interface FetchAnswer {
  readonly status: number;
  /** JSON text, or null for statuses that have no body. */
  readonly body: string | null;
}

export type CrmProperties = Readonly<Record<string, string | null>>;

export interface FormatOptions {
  readonly propertiesToFormat?: 'all' | readonly string[];
}

/** `context` of the extension, as HubSpot fills it. */
export type ExtensionContext = Readonly<Record<string, unknown>>;

/** What the page may ask of the worker. */
export interface WorkerApi {
  /** Runs a bundle and says how many times it called `hubspot.extend()`. */
  load(bundleUrl: string): Promise<number>;
  /** Where the app page is from now on. */
  navigate(location: PageLocation): void;
  render(channel: RemoteChannel, context: ExtensionContext): Promise<void>;
}

/** What the worker may ask of the page. */
export interface HostApi {
  log(level: LogLevel, message: string): void;
  fetch(call: FetchCall): Promise<FetchAnswer>;
  fetchCrmProperties(
    names: readonly string[],
    onUpdate: (properties: CrmProperties) => void,
    options: FormatOptions,
  ): Promise<{ readonly data: CrmProperties; readonly cleanup: () => void }>;
  action(name: string, args: readonly unknown[]): Promise<unknown>;
}
