import type { RemoteChannel } from '@remote-ui/core';
import type { LogLevel } from '../host/protocol.ts';
import { lossOnTheWay } from './crossing.ts';

/** The channel to the page, watched: what cannot cross, or would arrive as something else, is said instead of lost. */
export function watchedChannel(channel: RemoteChannel, log: (level: LogLevel, message: string) => void): RemoteChannel {
  return (type, ...payload) => {
    reportLosses(payload, log);
    const report = (error: unknown) =>
      log(
        'error',
        `The card's elements could not be sent to the page. ${error instanceof Error ? error.message : String(error)}`,
      );
    try {
      void Promise.resolve(channel(type, ...payload)).catch(report);
    } catch (error) {
      report(error);
    }
  };
}

function reportLosses(payload: readonly unknown[], log: (level: LogLevel, message: string) => void): void {
  for (const part of payload)
    for (const { owner, props } of propsIn(part)) {
      for (const [name, value] of Object.entries(props)) {
        const loss = isFragment(value) ? null : lossOnTheWay(value, name);
        if (loss !== null) log('error', `${owner}: ${loss}.`);
      }
    }
}

interface PropsOf {
  readonly owner: string;
  readonly props: object;
}

/** The props of every node in a message; a bare object is an update of props. */
function* propsIn(part: unknown): Iterable<PropsOf> {
  if (Array.isArray(part)) for (const item of part) yield* propsIn(item);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
  if (!Reflect.has(part, 'kind')) {
    yield { owner: 'Changed props', props: part };
    return;
  }
  const props: unknown = Reflect.get(part, 'props');
  if (typeof props === 'object' && props !== null) {
    yield { owner: String(Reflect.get(part, 'type')), props };
    for (const value of Object.values(props)) if (isFragment(value)) yield* propsIn(Reflect.get(value, 'children'));
  }
  yield* propsIn(Reflect.get(part, 'children') ?? []);
}

const KIND_FRAGMENT = 3;

const isFragment = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'kind') === KIND_FRAGMENT;
