import type { CorrectiveAction } from '@deal-stage-insights/shared';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { Simulator } from '../../hubspot-simulator/options.ts';
import type { PreviewUser } from '../../preview/options.ts';
import type { Manifest } from '../data-folder.ts';

/** Where deals come from: a generated portal, a history file, or a real account. */
export interface Source {
  /** Names its data folder: another source has another key. */
  readonly key: string;
  readonly title: string;
  /** `dataDir` is where a simulated account keeps its changes. */
  open(remembered: Manifest | null, dataDir: string): Promise<Account>;
}

/** An account that answers, simulated or real. */
export interface Account {
  readonly hubspotUrl: string;
  readonly accessToken: string;
  readonly portalId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly clock: Clock;
  /** Kept, so that the next start makes the same account again. */
  readonly endsAt: number;
  readonly users: readonly PreviewUser[];
  /** What its admin had recorded of stages when the account is first read. */
  readonly actions: readonly CorrectiveAction[];
  readonly simulated: SimulatedAccount | null;
  close(): Promise<void>;
}

interface SimulatedAccount {
  readonly simulator: Simulator;
  /** One change of its own; null where history is to stay as it is. */
  readonly liveMove: (() => void) | null;
}

export const APP_ID = '1000001';
