import { startPreview } from '../preview/server.ts';
import type { Flags } from './flags.ts';
import { type Backend, type BackendParts, type OnClose, openBackend } from './open-backend.ts';
import { startSchedules } from './schedules.ts';

const ROLLUP_WINDOW_MS = 2_000;
const BACKFILL_EVERY_MS = 2_000; // AWS looks every quarter of an hour.
const NIGHTLY_EVERY_MS = 15 * 60_000;
const RECONCILE_EVERY_MS = { simulated: 5 * 60_000, real: 60_000 };
const REMEMBER_EVERY_MS = 10_000;
const LIVE_MOVE_EVERY_MS = 20_000;

export interface StartParts extends Omit<BackendParts, 'rollupWindowMs'> {
  readonly flags: Flags;
}

export interface Started {
  readonly url: string;
  close(): Promise<void>;
}

/** Engines, account, functions and preview, loaded and ready. What was started is stopped again when a later part fails. */
export async function startEverything(parts: StartParts): Promise<Started> {
  const closers: (() => void | Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closeOne of closers.splice(0).toReversed()) await closeOne();
  };
  try {
    return { url: await startInOrder(parts, (closer) => closers.push(closer)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startInOrder(parts: StartParts, onClose: OnClose): Promise<string> {
  const backend = await openBackend({ ...parts, rollupWindowMs: ROLLUP_WINDOW_MS }, onClose);
  const previewing = previewOf(backend, parts.flags.port); // the bundles are built while deals are read
  onClose(async () => (await previewing.catch(() => null))?.close());
  await backend.load();
  const { url } = await previewing;
  onClose(startSchedules(schedulesOf(backend, parts.flags), parts.onFailure));
  return url;
}

const previewOf = ({ account, runtime, installation }: Backend, port: number) =>
  startPreview({
    ...installation,
    port,
    backendUrl: runtime.url,
    clock: account.clock,
    users: account.users,
    currency: account.currency,
    timeZone: account.timeZone,
    readOnly: account.simulated === null,
  });

function schedulesOf({ account: { simulated }, runtime, remember }: Backend, { live }: Flags) {
  const liveMove = live ? (simulated?.liveMove ?? null) : null;
  return [
    { everyMs: REMEMBER_EVERY_MS, act: async () => remember() },
    { everyMs: NIGHTLY_EVERY_MS, act: () => runtime.nightly() },
    { everyMs: BACKFILL_EVERY_MS, act: () => runtime.resumeBackfill() },
    {
      everyMs: simulated === null ? RECONCILE_EVERY_MS.real : RECONCILE_EVERY_MS.simulated,
      act: () => runtime.reconcile(),
    },
    ...(liveMove === null ? [] : [{ everyMs: LIVE_MOVE_EVERY_MS, act: async () => liveMove() }]),
  ];
}
