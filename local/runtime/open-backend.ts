import { randomUUID } from 'node:crypto';
import { openDataFolder } from './data-folder.ts';
import type { Flags } from './flags.ts';
import { catchUp, loadAccount } from './load-account.ts';
import type { Progress } from './progress.ts';
import { type Account, APP_ID, type Source } from './sources/source.ts';
import { ADMIN } from './sources/users.ts';
import { type Runtime, startRuntime } from './start-runtime.ts';
import type { Installation } from './variables.ts';
import { subscribedProperties } from './webhook-properties.ts';

/** The name under which HubSpot would know the backend: cards call it, and it is what is signed. */
const PUBLIC_BASE_URL = 'https://insights.example.com';

/** Takes what is to be stopped at the end, the last first. */
export type OnClose = (closer: () => void | Promise<void>) => void;

export interface BackendParts {
  readonly flags: Pick<Flags, 'dataDir' | 'fresh'>;
  readonly source: Source;
  readonly progress: Progress;
  /** How long changes are gathered before blocks and reports are made again. AWS gathers for 20 s. */
  readonly rollupWindowMs: number;
  readonly onFailure: (error: unknown) => void;
}

export interface Backend {
  readonly account: Account;
  readonly runtime: Runtime;
  readonly installation: Installation;
  /** Keeps in the data folder how far the clock has come. */
  readonly remember: () => void;
  /** Reads the account, or what changed since the last start; from then on changes come by webhook. */
  load(): Promise<void>;
}

/** The account of a source and the functions behind it, with what an earlier start left in the data folder. */
export async function openBackend(parts: BackendParts, onClose: OnClose): Promise<Backend> {
  const { flags, source, progress, rollupWindowMs, onFailure } = parts;
  const folder = await openDataFolder({
    root: flags.dataDir,
    key: source.key,
    fresh: flags.fresh,
    note: (text) => progress.note(text),
  });
  const opening = progress.step('Opening');
  const account = await source.open(folder.manifest, folder.path);
  onClose(() => account.close());
  const remember = () => folder.save({ endsAt: account.endsAt, clockAt: account.clock.now() });
  remember();
  onClose(remember);
  opening.done(source.title);

  const installation = installationOf(account);
  const runtime = await startRuntime({
    installation,
    clock: account.clock,
    dataDir: folder.path,
    rollupWindowMs,
    onFailure,
  });
  onClose(() => runtime.close());
  return {
    account,
    runtime,
    installation,
    remember,
    async load() {
      if (await runtime.isLoaded()) await catchUp(runtime, progress);
      else await firstLoad(account, runtime, progress);
      sendWebhooks(account, runtime, installation);
    },
  };
}

async function firstLoad({ actions }: Account, runtime: Runtime, progress: Progress): Promise<void> {
  if (actions.length > 0) await runtime.record(actions, ADMIN.userId);
  await loadAccount(runtime, progress);
}

const installationOf = (account: Account): Installation => ({
  hubspotUrl: account.hubspotUrl,
  accessToken: account.accessToken,
  clientSecret: randomUUID(),
  publicBaseUrl: PUBLIC_BASE_URL,
  portalId: account.portalId,
  appId: APP_ID,
  adminEmails: [ADMIN.email],
  logLevel: 'WARN',
});

function sendWebhooks({ simulated }: Account, runtime: Runtime, { clientSecret }: Installation): void {
  simulated?.simulator.sendWebhooksTo({
    publicUrl: `${PUBLIC_BASE_URL}/webhooks/hubspot`,
    deliverTo: `${runtime.url}/webhooks/hubspot`,
    clientSecret,
    propertyNames: subscribedProperties(),
  });
}
