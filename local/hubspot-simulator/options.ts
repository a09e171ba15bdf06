import type { Clock } from '../../functions/ports/clock.ts';
import type { PortalSeed } from '../portal-seed.ts';
import type { DealDesk } from './portal/deal-desk.ts';
import type { SimDeal } from './portal/deal-state.ts';
import type { WebhookEvent } from './webhooks/events.ts';

export interface SimulatorOptions {
  readonly seed: PortalSeed;
  /** 0: any free port. */
  readonly port: number;
  readonly clock: Clock;
  /** The bearer token that every call must carry, until it is replaced. */
  readonly accessToken: string;
  readonly appId: string;
  readonly limits?: SimulatorLimits;
  readonly faults?: Faults;
  /** Changes are written here and applied again at the next start; without it they live in memory. */
  readonly dataDir?: string;
}

export interface WebhookTarget {
  /** What HubSpot would call, and therefore signs. */
  readonly publicUrl: string;
  /** Where the events really go. */
  readonly deliverTo: string;
  readonly clientSecret: string;
  /** Properties whose changes are sent. Creation, deletion, restore and merge always are. */
  readonly propertyNames: readonly string[];
  /** Waits between attempts; HubSpot spreads ten retries over a day. */
  readonly retryDelaysMs?: readonly number[];
  /** How time passes between them; as it does when left out. */
  readonly wait?: (ms: number) => Promise<void>;
}

export interface SimulatorLimits {
  readonly perTenSeconds: number;
  readonly perDay: number;
  readonly searchPerSecond: number;
  /** HubSpot keeps this many revisions of a property; null: all of them. */
  readonly revisions: number | null;
  /** Search answers from an index that is this much older than the deals. */
  readonly searchLagMs: number;
}

/** Limits of a private app in a Professional account. */
export const PRO_LIMITS: SimulatorLimits = {
  perTenSeconds: 190,
  perDay: 625_000,
  searchPerSecond: 5,
  revisions: 20,
  searchLagMs: 0,
};

/** Where deliberate failures come in. Each hook is asked every time; answering nothing means "as usual". */
export interface Faults {
  beforeAnswer?(call: { readonly method: string; readonly path: string }): FaultAnswer | null;
  /** Which batches are really sent for these events: dropped, doubled, shuffled as the fault likes. */
  beforeDelivery?(events: readonly WebhookEvent[]): readonly (readonly WebhookEvent[])[];
}

export interface FaultAnswer {
  /** Waits this long before the answer. */
  readonly delayMs?: number;
  /** Does what was asked for, and hangs up: before any of the answer is out, or in the middle of its body. */
  readonly cut?: 'before-answer' | 'in-the-body';
  /** The body comes a byte at a time, one every so many ms. */
  readonly dribbleMs?: number;
  /** Answers this instead of the truth. */
  readonly instead?: {
    readonly status: number;
    readonly body: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
}

export interface Simulator {
  readonly url: string;
  /** Changes as people and workflows make them, beside the HTTP routes. */
  readonly desk: DealDesk;
  /** Those that are neither deleted nor merged. */
  liveDeals(): Iterable<SimDeal>;
  /** Like installing the app: from now on its webhooks are sent there. */
  sendWebhooksTo(target: WebhookTarget): void;
  /** From now on this token is valid alone; null: none is, as after an admin has revoked it. */
  replaceAccessToken(token: string | null): void;
  /** Resolves when no webhook waits for its first attempt or for an answer. */
  webhooksSent(): Promise<void>;
  close(): Promise<void>;
}
