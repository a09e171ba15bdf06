import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DAY_MS, seededRandom } from '@deal-stage-insights/shared';
import { type Faults, PRO_LIMITS, type Simulator } from '../../../local/hubspot-simulator/options.ts';
import { bundle } from '../../../tools/build-functions.ts';
import { startSimulator } from '../../../local/hubspot-simulator/start-simulator.ts';
import { subscribedProperties } from '../../../local/runtime/webhook-properties.ts';
import { START } from '../../local/hubspot-simulator/small-portal.ts';
import { startWatchedEngines, type WatchedEngines } from './engines.ts';
import { changeToken, faultOf, type Token, unreliable } from './faults.ts';
import { openHousehold } from './household.ts';
import { ERASED, type Operation, operatedPortal, operationsOf } from './operations.ts';
import { APP_ID, CLIENT_SECRET, type Ending, openProduct, PUBLIC_BASE_URL, variablesOf } from './product.ts';
import { openSharedClock, type SharedClock } from './shared-clock.ts';

const BURST_MAX = 40;
const QUIET_MS = 150;
const LIMITS = { ...PRO_LIMITS, perTenSeconds: 10_000, searchPerSecond: 1_000, revisions: null };

export interface Killing {
  readonly seed: number;
  readonly operations: number;
  /** The longest life of a process, in calls that it makes to the table, the queues and HubSpot. */
  readonly callsMost: number;
}

export interface KilledRun {
  readonly clean: Ending;
  readonly killed: Ending;
  readonly kills: number;
  readonly crashes: readonly string[];
  /** Items of the table in which the name of the erased deal stands still. */
  readonly erasedLeft: number;
  /** How often HubSpot failed, by kind. */
  readonly faults: Readonly<Record<string, number>>;
}

/** The same operations twice: once in peace, and once while processes are killed, and HubSpot and its webhooks fail. */
export async function runKilled(killing: Killing): Promise<KilledRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
  try {
    const clean = await inPeace(killing, path.join(folder, 'clean-clock'));
    const program = path.join(folder, 'process.mjs');
    await bundle(path.join(import.meta.dirname, 'process-main.ts'), program); // As the functions are uploaded: quick to start.
    return { clean, ...(await underFire(killing, { program, clockFile: path.join(folder, 'killed-clock') })) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const operationsFor = ({ seed, operations }: Killing): readonly Operation[] =>
  operationsOf(seededRandom(seed), { count: operations, from: START + DAY_MS });

const isHalfDone = (done: number, more: number, { length }: readonly Operation[]): boolean =>
  done < length / 2 && done + more >= length / 2;

const endOf = (operations: readonly Operation[]): number => (operations.at(-1)?.at ?? START) + 4 * DAY_MS;

/** Nothing fails, and what was changed is read at once. */
async function inPeace(killing: Killing, clockFile: string): Promise<Ending> {
  const stage = await openStage(clockFile, { accessToken: () => 'a-token' });
  const operations = operationsFor(killing);
  try {
    const product = await openProduct(stage.engines, { hubspotUrl: stage.hubspot.url, clock: stage.clock });
    await product.backfill();
    for (let done = 0; done < operations.length; done += BURST_MAX) {
      const touched = operations.slice(done, done + BURST_MAX).flatMap((operation) => stage.carryOut(operation));
      await product.read([...new Set(touched)]);
      if (isHalfDone(done, BURST_MAX, operations)) await product.erase(ERASED.dealId);
    }
    return await product.end(endOf(operations), stage.dealIds);
  } finally {
    await stage.close();
  }
}

async function underFire(
  killing: Killing,
  { program, clockFile }: { readonly program: string; readonly clockFile: string },
): Promise<Omit<KilledRun, 'clean'>> {
  const random = seededRandom(killing.seed + 1_000_000);
  const token: Token = { valid: 'token-1', isRevoked: false };
  const faults: Record<string, number> = {};
  const count = (name: string) => (faults[name] = (faults[name] ?? 0) + 1);
  let isPeace = false;
  let household: ReturnType<typeof openHousehold> | null = null;
  const mayCall = (caller: string): boolean =>
    household === null || (caller !== 'door' && caller !== 'work') || household.call(caller);
  const stage = await openStage(clockFile, {
    accessToken: () => token.valid,
    mayCall,
    faults: {
      beforeAnswer: () => {
        mayCall('work');
        const fault = isPeace ? null : faultOf(random);
        if (fault === null) return null;
        count(fault.name);
        return fault.answer;
      },
      beforeDelivery: unreliable(random),
    },
  });
  const operations = operationsFor(killing);
  const { hubspot, engines, clock } = stage;
  try {
    const product = await openProduct(engines, { hubspotUrl: hubspot.url, clock });
    household = openHousehold({
      program,
      env: { ...variablesOf(engines, hubspot.url), CLOCK_FILE: clockFile },
      lifeOf: (role) => ({
        calls: 1 + Math.floor(random() * (role === 'door' ? 20 : killing.callsMost)),
        isLastCarriedOut: random() < 0.5,
      }),
    });
    const living = household;
    await living.start();
    hubspot.sendWebhooksTo({
      publicUrl: `${PUBLIC_BASE_URL}/webhooks/hubspot`,
      get deliverTo() {
        return `${living.doorUrl()}/webhooks/hubspot`;
      },
      clientSecret: CLIENT_SECRET,
      propertyNames: subscribedProperties(),
      retryDelaysMs: [100, 400, 1_000],
    });
    while ((await living.order('backfill')) !== 'done'); // Who asks for it asks again: it may have died before it began.

    for (let done = 0; done < operations.length; ) {
      const burst = 1 + Math.floor(random() * BURST_MAX);
      for (const operation of operations.slice(done, done + burst)) stage.carryOut(operation);
      await hubspot.webhooksSent();
      if (isHalfDone(done, burst, operations)) await product.erase(ERASED.dealId);
      done += burst;
      if (random() < 0.15) await living.order(random() < 0.7 ? 'reconcile' : 'nightly');
      else await living.callsMade(Math.floor(random() * 200), QUIET_MS);
      if (changeToken(hubspot, token, random)) count('token revoked');
    }
    isPeace = true;
    await living.close();
    token.valid = 'token-of-peace';
    hubspot.replaceAccessToken(token.valid);
    const kills = living.kills();
    household = null;
    await product.catchUp(endOf(operations));
    const killed = await product.end(endOf(operations), stage.dealIds);
    const erasedLeft = await product.itemsWith(ERASED.name, ERASED.dealId);
    return { killed, kills, crashes: living.crashes(), faults, erasedLeft };
  } finally {
    await household?.close();
    await stage.close();
  }
}

interface StageOptions {
  readonly accessToken: () => string;
  readonly mayCall?: (caller: string) => boolean;
  readonly faults?: Faults;
}

/** HubSpot and AWS, with a clock of their own. */
async function openStage(clockFile: string, { accessToken, mayCall = () => true, faults = {} }: StageOptions) {
  const clock = openSharedClock(clockFile, START);
  let operatedAt: number | null = null;
  const seed = operatedPortal();
  const dealIds = new Set(Array.from(seed.deals, ({ dealId }) => dealId));
  const engines: WatchedEngines = await startWatchedEngines({
    mayCall,
    secret: () => ({ HUBSPOT_ACCESS_TOKEN: accessToken(), HUBSPOT_CLIENT_SECRET: CLIENT_SECRET }),
  });
  const hubspot: Simulator = await startSimulator({
    seed,
    port: 0,
    clock: { now: () => operatedAt ?? clock.now() },
    accessToken: accessToken(),
    appId: APP_ID,
    limits: LIMITS,
    faults,
  });
  return {
    clock: clock satisfies SharedClock,
    engines,
    hubspot,
    /** All that there ever were. */
    dealIds: dealIds satisfies ReadonlySet<string>,
    /** At its own instant, to the ms, however long everything else takes. */
    carryOut({ at, apply }: Operation): readonly string[] {
      clock.passTo(at);
      operatedAt = at;
      try {
        const touched = apply(hubspot.desk);
        for (const dealId of touched) dealIds.add(dealId);
        return touched;
      } finally {
        operatedAt = null;
      }
    },
    async close(): Promise<void> {
      await hubspot.close();
      await engines.close();
      clock.close();
    },
  };
}
