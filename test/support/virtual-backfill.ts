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
import { mortal } from '../chaos/mortal.ts';
import { sharedTime, type SharedTime } from './shared-time.ts';
import { installVirtualHubSpot } from './virtual-hubspot.ts';

const TWO_YEARS_MS = 2 * 365 * 86_400_000;
const LATENCY_MS = 300;
const RUNS_MAX = 60;

export interface VirtualBackfill {
  readonly dealsRead: number;
  readonly seconds: number;
  /** What the account's rate allows: all reads, without a search, at the ceiling. */
  readonly ceilingSeconds: number;
  readonly refusedCalls: number;
  /** A change came every five seconds, and was read by a process of its own. */
  readonly slowestLiveReadMs: number;
  readonly kills: number;
  /** Deals that were recorded already and were read again after a kill: the most of all kills. */
  readonly readAgainMost: number;
  readonly lost: number;
}

interface VirtualBackfillOptions {
  /** The process dies so often, and another one goes on; never when left out. */
  readonly killEveryMs?: number;
}

/** A whole backfill in virtual time, over the simulator with 300 ms a call and the limits of a Professional account. */
export async function virtualBackfill(
  dealCount: number,
  { killEveryMs = Number.POSITIVE_INFINITY }: VirtualBackfillOptions = {},
): Promise<VirtualBackfill> {
  const time = sharedTime();
  const startedAt = time.clock.now();
  const hubspot = installVirtualHubSpot({
    seed: aPortal(dealsOfTwoYears(dealCount, startedAt)),
    time,
    accessToken: 'a-token',
    latencyMs: LATENCY_MS,
  });
  const status = fakeStatusStores();
  const store = fakeDealStore();
  const readAgain: number[] = [0];
  const stable = {
    store,
    reference: fakeReferenceStore(),
    rollupQueue: fakeQueues(time.clock),
    status,
    sync: status,
    deadLetters: fakeDeadLetters(),
  };
  /** A process of its own: it knows nothing of the one before, and is dead from the moment that `life` says so. */
  const start = (life: ReturnType<typeof lifeUntilKilled>) => {
    const source = sourceWith(BACKGROUND, time);
    const counting = {
      ...source,
      readDeals: async (ids: readonly string[]) => {
        const reads = await source.readDeals(ids);
        const known = await store.readDeals(ids);
        readAgain[readAgain.length - 1] = (readAgain.at(-1) ?? 0) + known.size;
        return reads;
      },
    };
    const of = <T extends object>(port: T): T => mortal(port, life);
    return {
      source: of(counting),
      store: of(stable.store),
      reference: of(stable.reference),
      rollupQueue: of(stable.rollupQueue),
      status: of(stable.status),
      sync: of(stable.sync),
      deadLetters: of(stable.deadLetters),
      clock: time.clock,
      log: silentLog,
    };
  };
  let isOver = false;
  let endedAt = 0;
  const backfill = async () => {
    await startBackfill({ ...stable, clock: time.clock });
    for (let run = 0; run < RUNS_MAX; run += 1) {
      const life = lifeUntilKilled();
      const killing = Number.isFinite(killEveryMs) ? time.wait(killEveryMs).then(life.kill) : null;
      const progress = await runBackfill(start(life), Number.POSITIVE_INFINITY).catch((error: unknown) => {
        if (!life.isOver()) throw error;
        return null;
      });
      if (progress?.state !== 'done') {
        readAgain.push(0);
        continue;
      }
      isOver = true;
      endedAt = time.clock.now();
      await killing;
      return progress.dealsRead;
    }
    throw new Error(`The backfill is not done after ${RUNS_MAX} kills.`);
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
    kills: readAgain.length - 1,
    readAgainMost: Math.max(...readAgain),
    lost: dealCount - (await store.readDeals(dealIds(dealCount))).size,
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

const dealIds = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index + 1));

function lifeUntilKilled() {
  let isDead = false;
  return {
    step: () => {
      if (isDead) throw new Error('killed');
    },
    isOver: () => isDead,
    kill: () => void (isDead = true),
  };
}
