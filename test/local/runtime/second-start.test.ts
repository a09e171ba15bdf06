import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Faults } from '../../../local/hubspot-simulator/options.ts';
import { type Backend, openBackend } from '../../../local/runtime/open-backend.ts';
import { createProgress } from '../../../local/runtime/progress.ts';
import { shiftedClock } from '../../../local/runtime/shifted-clock.ts';
import { clockStart } from '../../../local/runtime/data-folder.ts';
import { tablePath } from '../../../local/runtime/table-files.ts';
import { ADMIN } from '../../../local/runtime/sources/users.ts';
import { openSimulatedAccount } from '../../../local/runtime/sources/simulated-account.ts';
import { aPortal, aSeedDeal, GENEROUS, START } from '../hubspot-simulator/small-portal.ts';
import { signedGet } from './signed-get.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'second-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const portal = aPortal(Array.from({ length: 120 }, (_, index) => aSeedDeal(String(index + 1))));

const ACTED = { actionId: 'action-1', day: '2026-01-01', done: 'Demos on the first call', aim: 'dwell' } as const;

interface SessionOptions {
  readonly faults?: Faults;
  readonly rollupWindowMs?: number;
  /** How much time has passed since the session before. */
  readonly laterMs?: number;
}

const HOUR_MS = 3_600_000; // more than a reconcile looks back

/** Opens the backend for what is done with it, and stops it again. Failures come out. */
async function session<T>(
  act: (backend: Backend) => Promise<T>,
  { faults = {}, rollupWindowMs = 0, laterMs = 0 }: SessionOptions = {},
): Promise<T> {
  const closers: (() => void | Promise<void>)[] = [];
  const failures: unknown[] = [];
  try {
    const backend = await openBackend(
      {
        flags: { dataDir, fresh: false },
        rollupWindowMs,
        progress: createProgress({ write: () => {} }, () => 0),
        onFailure: (error) => failures.push(error),
        source: {
          key: 'test',
          title: 'test',
          open: (remembered, folder) =>
            openSimulatedAccount({
              seed: portal,
              clock: shiftedClock(clockStart(remembered, START) + laterMs),
              limits: GENEROUS,
              dataDir: folder,
              liveMove: null,
              actions: [{ ...ACTED, pipelineId: 'sales', stageId: 'demo' }],
              faults,
            }),
        },
      },
      (closer) => closers.push(closer),
    );
    return await act(backend);
  } finally {
    for (const close of closers.toReversed()) await close();
    expect(failures).toEqual([]);
  }
}

/** As the account's admin gets it. */
const reportOf = async ({ account, runtime, installation }: Backend, name: string) => {
  const asked = { backendUrl: runtime.url, installation, now: account.clock.now(), userEmail: ADMIN.email };
  return (await signedGet(asked, `/v1/pipelines/sales/${name}`)).json();
};
const stagesReport = (backend: Backend) => reportOf(backend, 'stages');

/** Counts the deals that are read at HubSpot one by one, in batches of up to 50. */
function countingReads() {
  let reads = 0;
  const faults: Faults = {
    beforeAnswer({ path }) {
      if (path.endsWith('/batch/read')) reads += 1;
      return null;
    },
  };
  return { faults, reads: () => reads };
}

describe('a second start', () => {
  it('finds figures and changes of the first again, and reads only what changed', async () => {
    const first = await session(async (backend) => {
      await backend.load();
      backend.account.simulated?.simulator.desk.update('5', { dealstage: 'won' });
      await backend.account.simulated?.simulator.webhooksSent();
      await backend.runtime.settled();
      return { report: await stagesReport(backend), stoppedAt: backend.account.clock.now() };
    });

    const { faults, reads } = countingReads();
    const second = await session(
      async (backend) => {
        const startedAt = backend.account.clock.now();
        const report = await stagesReport(backend);
        await backend.load();
        return { report, startedAt };
      },
      { faults },
    );

    expect(second.report).toEqual(first.report);
    expect(first.report).toMatchObject({ deals: { open: 119, won: 1 } });
    expect(second.startedAt).toBeGreaterThanOrEqual(first.stoppedAt);
    expect(reads()).toBe(1); // the one that was changed
  });

  it('catches up with a change whose webhook never arrived', async () => {
    await session((backend) => backend.load());
    await session(async ({ account }) => void account.simulated?.simulator.desk.update('7', { dealstage: 'lost' }));

    const report = await session(async (backend) => {
      await backend.load();
      return stagesReport(backend);
    });

    expect(report).toMatchObject({ deals: { open: 119, lost: 1 } });
  });

  it('makes the figures of changes that were read before the end, but not counted', async () => {
    await session((backend) => backend.load());
    await session(async ({ account }) => void account.simulated?.simulator.desk.update('7', { dealstage: 'lost' }));
    await session(({ runtime }) => runtime.reconcile(), { laterMs: HOUR_MS, rollupWindowMs: 600_000 });

    const report = await session(
      async (backend) => {
        await backend.load();
        return stagesReport(backend);
      },
      { laterMs: HOUR_MS },
    );

    expect(report).toMatchObject({ deals: { open: 119, lost: 1 } });
  });

  it('records what the account brings of its stages once, before the first figures, and keeps what is recorded since', async () => {
    const brought = await session(async (backend) => {
      await backend.load();
      return reportOf(backend, 'actions');
    });
    const kept = await session(async (backend) => {
      await backend.runtime.record([], ADMIN.userId);
      await backend.load();
      return reportOf(backend, 'actions');
    });

    expect(brought).toMatchObject({ actions: [{ ...ACTED, stage: { stageId: 'demo' } }] });
    expect(kept).toMatchObject({ actions: [ACTED] });
  });

  it('goes on with a load that was cut off', async () => {
    await session(async ({ runtime }) => void (await runtime.load())); // stopped before figures were made

    const report = await session(async (backend) => {
      await backend.load();
      return stagesReport(backend);
    });

    expect(report).toMatchObject({ deals: { open: 120 } });
  });

  it('reads the whole account again when the table of the first is gone, instead of showing an empty one', async () => {
    await session((backend) => backend.load());
    rmSync(tablePath(join(dataDir, 'test')), { recursive: true });

    const report = await session(async (backend) => {
      await backend.load();
      return stagesReport(backend);
    });

    expect(report).toMatchObject({ deals: { open: 120 } });
  });
});
