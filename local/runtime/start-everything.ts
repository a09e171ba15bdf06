import { randomUUID } from 'node:crypto';
import { startPreview } from '../preview/server.ts';
import { openDataFolder } from './data-folder.ts';
import type { Flags } from './flags.ts';
import { catchUp, loadAccount } from './load-account.ts';
import type { Progress } from './progress.ts';
import { startSchedules } from './schedules.ts';
import { type Account, APP_ID, type Source } from './sources/source.ts';
import { ADMIN } from './sources/users.ts';
import { type Runtime, startRuntime } from './start-runtime.ts';
import { subscribedProperties } from './webhook-properties.ts';

/** The name under which HubSpot would know the backend: cards call it, and it is what is signed. */
const PUBLIC_BASE_URL = 'https://insights.example.com';
const NIGHTLY_EVERY_MS = 15 * 60_000;
const RECONCILE_EVERY_MS = { simulated: 5 * 60_000, real: 60_000 };
const LIVE_MOVE_EVERY_MS = 20_000;

export interface StartParts {
  readonly flags: Flags;
  readonly source: Source;
  readonly progress: Progress;
  readonly onFailure: (error: unknown) => void;
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

async function startInOrder(
  { flags, source, progress, onFailure }: StartParts,
  onClose: (closer: () => void | Promise<void>) => void,
): Promise<string> {
  const folder = openDataFolder({ root: flags.dataDir, key: source.key, fresh: flags.fresh, note: progress.note });
  onClose(() => folder.release());
  const opening = progress.step('Opening');
  const account = await source.open(folder.manifest, folder.path);
  onClose(() => account.close());
  let isLoaded = folder.manifest?.isLoaded ?? false;
  const remember = () => folder.save({ endsAt: account.endsAt, clockAt: account.clock.now(), isLoaded });
  remember();
  onClose(remember);
  opening.done(source.title);

  const clientSecret = randomUUID();
  const runtime = await startRuntime({
    installation: installationOf(account, clientSecret),
    clock: account.clock,
    dataDir: folder.path,
    onFailure,
  });
  onClose(() => runtime.close());
  const previewing = previewOf({ account, runtime, clientSecret, port: flags.port });
  onClose(async () => (await previewing.catch(() => null))?.close());
  if (isLoaded) await catchUp(runtime, progress);
  else await loadAccount(runtime, progress);
  isLoaded = true;
  remember();
  sendWebhooks(account, runtime, clientSecret);
  const preview = await previewing;
  onClose(startSchedules(schedulesOf(account, runtime, flags), onFailure));
  return preview.url;
}

const installationOf = (account: Account, clientSecret: string) => ({
  hubspotUrl: account.hubspotUrl,
  accessToken: account.accessToken,
  clientSecret,
  publicBaseUrl: PUBLIC_BASE_URL,
  portalId: account.portalId,
  appId: APP_ID,
  adminEmails: [ADMIN.email],
  logLevel: 'WARN' as const,
});

interface PreviewParts {
  readonly account: Account;
  readonly runtime: Runtime;
  readonly clientSecret: string;
  readonly port: number;
}

const previewOf = ({ account, runtime, clientSecret, port }: PreviewParts) =>
  startPreview({
    port,
    backendUrl: runtime.url,
    publicBaseUrl: PUBLIC_BASE_URL,
    hubspotUrl: account.hubspotUrl,
    accessToken: account.accessToken,
    clientSecret,
    portalId: account.portalId,
    appId: APP_ID,
    clock: account.clock,
    users: account.users,
    currency: account.currency,
    timeZone: account.timeZone,
    readOnly: account.simulated === null,
  });

function sendWebhooks({ simulated }: Account, runtime: Runtime, clientSecret: string): void {
  simulated?.simulator.sendWebhooksTo({
    publicUrl: `${PUBLIC_BASE_URL}/webhooks/hubspot`,
    deliverTo: `${runtime.url}/webhooks/hubspot`,
    clientSecret,
    propertyNames: subscribedProperties(),
  });
}

function schedulesOf({ simulated }: Account, runtime: Runtime, { live }: Flags) {
  const liveMove = live ? (simulated?.liveMove ?? null) : null;
  return [
    { everyMs: NIGHTLY_EVERY_MS, act: () => runtime.nightly() },
    {
      everyMs: simulated === null ? RECONCILE_EVERY_MS.real : RECONCILE_EVERY_MS.simulated,
      act: () => runtime.reconcile(),
    },
    ...(liveMove === null ? [] : [{ everyMs: LIVE_MOVE_EVERY_MS, act: async () => liveMove() }]),
  ];
}
