import type { EpochMs } from '@deal-stage-insights/shared';

/** A deal that could not be recorded for what HubSpot or the store hold of it. */
export interface Unreadable {
  readonly dealId: string;
  /** In one sentence, without anything of the deal. */
  readonly reason: string;
}

export interface DeadLetter extends Unreadable {
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  readonly tries: number;
}

/** Deals set aside, so that they do not hold up their neighbours. Reconcile tries them again and takes out what worked. */
export interface DeadLetterStore {
  /** A deal that is there already has been tried once more. */
  keep(deals: readonly Unreadable[], at: EpochMs): Promise<void>;
  /** In order of deal id. */
  list(): Promise<readonly DeadLetter[]>;
  forget(dealIds: readonly string[]): Promise<void>;
}
