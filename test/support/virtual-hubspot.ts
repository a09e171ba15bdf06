import { createSimulatorApp } from '../../local/hubspot-simulator/http/app.ts';
import { type Faults, PRO_LIMITS, type SimulatorLimits } from '../../local/hubspot-simulator/options.ts';
import type { Change } from '../../local/hubspot-simulator/portal/changes.ts';
import { createDealDesk, type DealDesk } from '../../local/hubspot-simulator/portal/deal-desk.ts';
import { createDealTable, type DealTable } from '../../local/hubspot-simulator/portal/deal-table.ts';
import { createDealSearch } from '../../local/hubspot-simulator/search/search-deals.ts';
import { createSearchIndex } from '../../local/hubspot-simulator/search/search-index.ts';
import type { PortalSeed } from '../../local/portal-seed.ts';
import type { SharedTime } from './shared-time.ts';

export interface VirtualHubSpot {
  /** Answers by kind of call and status, for example `search 200`. */
  readonly answers: ReadonlyMap<string, number>;
  /** Where changes are made, and what is true after them. */
  readonly desk: DealDesk;
  readonly table: DealTable;
  /** From now on this token is valid alone; null: none is. */
  replaceAccessToken(token: string | null): void;
  close(): void;
}

interface VirtualHubSpotOptions {
  readonly seed: PortalSeed;
  readonly time: SharedTime;
  readonly accessToken: string;
  readonly latencyMs: number;
  readonly limits?: SimulatorLimits;
  readonly faults?: Faults;
}

/** The simulator in place of `fetch`, so that its latency and its limits pass in virtual time. */
export function installVirtualHubSpot(options: VirtualHubSpotOptions): VirtualHubSpot {
  const { seed, time, latencyMs, limits = PRO_LIMITS, faults = {} } = options;
  let { accessToken }: { accessToken: string | null } = options;
  const table = createDealTable(seed);
  const index = createSearchIndex(table, { clock: time.clock, lagMs: limits.searchLagMs });
  const desk = createDealDesk({
    table,
    clock: time.clock,
    onApplied: ({ change }) => index.noteChanged(idsOf(change)),
  });
  const account = { seed, table, desk, search: createDealSearch(table, index), limits };
  const app = createSimulatorApp({ account, clock: time.clock, accessToken: () => accessToken, faults });
  const answers = new Map<string, number>();

  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    await time.wait(latencyMs / 2);
    const answer = await app.fetch(request);
    await time.wait(latencyMs / 2);
    const kind = `${new URL(request.url).pathname.split('/').at(-1) ?? ''} ${answer.status}`;
    answers.set(kind, (answers.get(kind) ?? 0) + 1);
    return answer;
  };
  return {
    answers,
    desk,
    table,
    replaceAccessToken: (token) => void (accessToken = token),
    close: () => void (globalThis.fetch = realFetch),
  };
}

const idsOf = (change: Change): readonly string[] => {
  if (change.kind === 'task') return [];
  return change.kind === 'merge' ? [change.dealId, change.loserId] : [change.dealId];
};
