import type { SettingsState } from '../ports/settings-store.ts';
import type { ApiDeps } from './deps.ts';
import { warm } from './warm-cache.ts';

const KEPT_MS = 30_000; // A manager who was removed may look for half a minute longer.

/** The settings that answers are made with, and by which they are open or closed: read once for both. */
export interface WarmSettings {
  readonly readSettings: () => Promise<SettingsState>;
  /** After a change: the next question reads them again. */
  readonly forgetSettings: () => void;
}

export function warmSettings({ settingsStore, clock }: Pick<ApiDeps, 'settingsStore' | 'clock'>): WarmSettings {
  const begin = () => warm(() => settingsStore.readSettings(), clock, KEPT_MS);
  let read = begin();
  return {
    readSettings: () => read(),
    forgetSettings() {
      read = begin();
    },
  };
}
