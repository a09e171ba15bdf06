import type { LogLevel } from './protocol.ts';

export interface LogEntry {
  readonly id: number;
  readonly level: LogLevel;
  /** Who says it: a card's title, or `host`. */
  readonly source: string;
  readonly message: string;
}

declare global {
  interface Window {
    /** Everything that was logged: for tests, which want no warning and no error here. */
    __logs: readonly LogEntry[];
  }
}

const listeners = new Set<() => void>();
let nextId = 1;
window.__logs = [];

/** Adds a line to the page's log. A repeat of a warning by the same source is not said twice in a row. */
export function writeLog(source: string, level: LogLevel, message: string): void {
  const last = window.__logs.at(-1);
  if (last?.message === message && last.source === source && last.level === level) return;
  window.__logs = [...window.__logs, { id: nextId, level, source, message }];
  nextId += 1;
  for (const listener of listeners) listener();
}

export function clearLog(): void {
  window.__logs = [];
  for (const listener of listeners) listener();
}

/** For React's `useSyncExternalStore`. */
export const pageLog = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: (): readonly LogEntry[] => window.__logs,
};
