import { BACKGROUND, hubspotDealSource, LIVE } from '../../functions/adapters/hubspot/deal-source.ts';
import { runBackfill } from '../../functions/backfill/run-backfill.ts';
import { startBackfill } from '../../functions/backfill/start-backfill.ts';
import { PRO_LIMITS } from '../../local/hubspot-simulator/options.ts';
import { aPortal, aSeedDeal } from '../local/hubspot-simulator/small-portal.ts';
import {
  fakeDeadLetters,
  fakeDealStore,
  fakeQueues,
  fakeReferenceStore,
  fakeSecrets,
  fakeStatusStores,
  silentLog,
} from './fakes.ts';
import { sharedTime, type SharedTime } from './shared-time.ts';
import { installVirtualHubSpot } from './virtual-hubspot.ts';

const TWO_YEARS_MS = 2 * 365 * 86_400_000;
const LATENCY_MS = 300;

export interface VirtualBackfill {
  readonly dealsRead: number;
  readonly seconds: number;
  /** What the account's rate allows: all reads, without a search, at the ceiling. */
  readonly ceilingSeconds: number;
  readonly refusedCalls: number;
  /** A change came every five seconds, and was read by a process of its own. */
  readonly slowestLiveReadMs: number;
}

/** A whole backfill in virtual time, over the simulator with 300 ms a call and the limits of a Professional account. */
export async function virtualBackfill(dealCount: number): Promise<VirtualBackfill> {
  const time = sharedTime();
  const startedAt = time.clock.now();
  const hubspot = installVirtualHubSpot({
    seed: aPortal(dealsOfTwoYears(dealCount, startedAt)),
    time,
    accessToken: 'a-token',
    latencyMs: LATENCY_MS,
  });
  const status = fakeStatusStores();
  const deps = {
    source: sourceWith(BACKGROUND, time),
    store: fakeDealStore(),
    reference: fakeReferenceStore(),
    rollupQueue: fakeQueues(time.clock),
    status,
    sync: status,
    deadLetters: fakeDeadLetters(),
    clock: time.clock,
    log: silentLog,
  };
  let isOver = false;
  let endedAt = 0;
  const backfill = async () => {
    await startBackfill(deps);
    const progress = await runBackfill(deps, Number.POSITIVE_INFINITY);
    isOver = true;
    endedAt = time.clock.now();
    return progress?.dealsRead ?? 0;
  };
  const work = Promise.all([backfill(), readLive(time, () => isOver)]);
  const [dealsRead, slowestLiveReadMs] = await time.run(work).finally(() => hubspot.close());
  const refused = [...hubspot.answers].filter(([kind]) => kind.endsWith(' 429'));
  return {
    dealsRead,
    seconds: (endedAt - startedAt) / 1000,
    ceilingSeconds: (dealCount / 50 / PRO_LIMITS.perTenSeconds) * 10,
    refusedCalls: refused.reduce((sum, [, count]) => sum + count, 0),
    slowestLiveReadMs,
  };
}

function sourceWith(manners: typeof LIVE, timing: SharedTime) {
  const secrets = fakeSecrets({ accessToken: 'a-token', clientSecrets: [] });
  return hubspotDealSource({ baseUrl: 'https://api.hubapi.com', secrets, timing, manners });
}

async function readLive(time: SharedTime, isOver: () => boolean): Promise<number> {
  const source = sourceWith(LIVE, time);
  let slowestMs = 0;
  while (!isOver()) {
    const askedAt = time.clock.now();
    await source.readDeals(['1']);
    slowestMs = Math.max(slowestMs, time.clock.now() - askedAt);
    await time.wait(5000);
  }
  return slowestMs;
}

function dealsOfTwoYears(count: number, until: number) {
  return Array.from({ length: count }, (_, index) => {
    const createdAt = until - TWO_YEARS_MS + Math.floor((index * TWO_YEARS_MS) / count);
    return aSeedDeal(String(index + 1), { createdAt, lastModifiedAt: createdAt, histories: {} });
  });
}
