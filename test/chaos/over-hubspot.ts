import { DAY_MS, seededRandom } from '@deal-stage-insights/shared';
import { BACKGROUND, hubspotDealSource, LIVE } from '../../functions/adapters/hubspot/deal-source.ts';
import { ingestMessages } from '../../functions/ingest/ingest-messages.ts';
import { reconcile } from '../../functions/reconcile/reconcile.ts';
import { sweep } from '../../functions/reconcile/sweep.ts';
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
} from '../support/fakes.ts';
import { sharedTime } from '../support/shared-time.ts';
import { installVirtualHubSpot } from '../support/virtual-hubspot.ts';
import { changeAccount, recordOf, truthOf } from './account-changes.ts';
import { type Life, lifeOf, immortal, mortal } from './mortal.ts';

const DEALS = 30;
const SEARCH_LAG_MS = 20_000;
const FAULT_PERCENT = 12;

export interface OverHubSpot {
  readonly seed: number;
  readonly operations: number;
}

/** How a run ended: what HubSpot and the records say of every deal that there ever was, and what health would say. */
export interface Ending {
  readonly atHubSpot: readonly string[];
  readonly recorded: readonly string[];
  readonly kills: number;
  readonly faults: number;
  readonly repairedAtLast: number;
  readonly missing: readonly string[];
  readonly deadLetters: number;
}

/**
 * Deals are changed, created, deleted, restored and merged at HubSpot, whose answers fail, are cut off and lag behind. Webhooks
 * are lost, doubled and late, processes die at any step. Two quiet days later it is seen what is left of it all.
 */
export async function runOverHubSpot({ seed, operations }: OverHubSpot): Promise<Ending> {
  const random = seededRandom(seed);
  const time = sharedTime();
  let faults = 0;
  let token = 'token-0';
  let isRevoked = false;
  let isQuiet = false;
  const hubspot = installVirtualHubSpot({
    seed: aPortal(Array.from({ length: DEALS }, (_, index) => aSeedDeal(String(index + 1)))),
    time,
    accessToken: token,
    latencyMs: 200,
    limits: { ...PRO_LIMITS, perTenSeconds: 60, searchLagMs: SEARCH_LAG_MS },
    faults: {
      beforeAnswer: () => {
        if (isQuiet || random() * 100 >= FAULT_PERCENT) return null;
        faults += 1;
        const status = [429, 500, 502, 503, 524][Math.floor(random() * 5)] ?? 500;
        return random() < 0.3 ? { cut: 'in-the-body' } : { instead: { status, body: '<html>no JSON</html>' } };
      },
    },
  });
  const ids = new Set(Array.from({ length: DEALS }, (_, index) => String(index + 1)));
  const stable = {
    store: fakeDealStore(),
    reference: fakeReferenceStore(),
    status: fakeStatusStores(),
    deadLetters: fakeDeadLetters(),
    rollupQueue: fakeQueues(time.clock),
  };
  const start = (manners: typeof LIVE, life: Life) => {
    const secrets = fakeSecrets({ accessToken: token, clientSecrets: [] });
    const source = hubspotDealSource({ baseUrl: 'https://api.hubapi.com', secrets, timing: time, manners });
    const of = <T extends object>(port: T): T => mortal(port, life);
    return {
      source: of(source),
      store: of(stable.store),
      reference: of(stable.reference),
      status: of(stable.status),
      sync: of(stable.status),
      deadLetters: of(stable.deadLetters),
      rollupQueue: of(stable.rollupQueue),
      clock: time.clock,
      log: silentLog,
    };
  };
  /** Now and then an admin revokes the token, and some time later puts another into its place. */
  const changeToken = (): void => {
    if (isRevoked && random() < 0.2) {
      isRevoked = false;
      token = `token-${random()}`;
      hubspot.replaceAccessToken(token);
    } else if (!isRevoked && random() < 0.02) {
      isRevoked = true;
      faults += 1;
      hubspot.replaceAccessToken(null);
    }
  };
  let kills = 0;
  const alive = async (work: (life: Life) => Promise<unknown>): Promise<void> => {
    const life = random() < 0.3 ? lifeOf(1 + Math.floor(random() * 25)) : null;
    await work(life ?? immortal()).catch(() => (life?.isOver() === true ? (kills += 1) : undefined));
  };

  let waiting: { messageId: string; body: string; tries: number }[] = [];
  const ingest = () =>
    alive(async (life) => {
      const taken = waiting.slice(0, 10);
      const again = await ingestMessages(start(LIVE, life), taken);
      waiting = waiting.filter((message) => again.includes(message.messageId) || !taken.includes(message));
    });
  const catchUp = async (life: Life) => {
    const deps = start(BACKGROUND, life);
    await reconcile(deps);
    return sweep(deps, Number.POSITIVE_INFINITY);
  };

  const work = async (): Promise<Ending> => {
    await stable.status.storeWatermark(time.clock.now() - DAY_MS * 400);
    for (let operation = 0; operation < operations; operation += 1) {
      await time.wait(Math.floor(random() * 30_000));
      const touched = changeAccount(hubspot, random, ids);
      for (let copies = random() < 0.3 ? 0 : random() < 0.3 ? 2 : 1; copies > 0; copies -= 1) {
        const body = JSON.stringify({ dealIds: [touched], origin: 'webhook', sentAt: time.clock.now() });
        const place = Math.floor(random() * (waiting.length + 1));
        waiting.splice(place, 0, { messageId: `${operation}.${copies}`, body, tries: 1 });
      }
      changeToken();
      if (random() < 0.4) await ingest();
      if (random() < 0.04) await alive(catchUp);
    }
    isQuiet = true;
    hubspot.replaceAccessToken(token);
    let last: Awaited<ReturnType<typeof sweep>> = null;
    for (let day = 0; day < 3; day += 1) {
      await time.wait(DAY_MS);
      last = await catchUp(immortal());
    }
    const stored = await stable.store.readDeals([...ids]);
    return {
      atHubSpot: [...ids].map((id) => `${id} ${truthOf(hubspot, id)}`),
      // A deal that was deleted before anybody heard of it is in no list of HubSpot's, and in no figure: there is nothing to know.
      recorded: [...ids].map((id) =>
        stored.has(id) || truthOf(hubspot, id) !== 'deleted' ? `${id} ${recordOf(id, stored)}` : `${id} deleted`,
      ),
      kills,
      faults,
      repairedAtLast: last?.repaired ?? Number.NaN,
      missing: last?.missing ?? [],
      deadLetters: (await stable.deadLetters.list()).length,
    };
  };
  return time.run(work()).finally(() => hubspot.close());
}
