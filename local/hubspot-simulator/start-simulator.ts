import { serve } from '@hono/node-server';
import { createSimulatorApp } from './http/app.ts';
import { PRO_LIMITS, type Simulator, type SimulatorOptions } from './options.ts';
import type { Applied } from './portal/deal-table.ts';
import { createDealDesk } from './portal/deal-desk.ts';
import { createDealTable } from './portal/deal-table.ts';
import { noJournal, openJournal } from './portal/journal.ts';
import { createDealSearch } from './search/search-deals.ts';
import { createSearchIndex } from './search/search-index.ts';
import { eventsOf } from './webhooks/events.ts';
import { createOutbox } from './webhooks/outbox.ts';

/** A HubSpot account as a server on this machine: HubSpot's paths, shapes, limits and webhooks over the deals of a seed. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { seed, clock, webhookTarget, faults = {}, limits = PRO_LIMITS } = options;
  const journal = options.dataDir === undefined ? noJournal : openJournal(options.dataDir);
  const table = createDealTable(seed);
  for (const change of journal.changes) table.apply(change);

  const index = createSearchIndex(table, { clock, lagMs: limits.searchLagMs });
  const outbox = webhookTarget === null ? null : createOutbox({ target: webhookTarget, clock, faults });
  const context = { portalId: seed.portalId, appId: options.appId, propertyNames: webhookTarget?.propertyNames ?? [] };
  const onApplied = (applied: Applied): void => {
    journal.append(applied.change);
    index.noteChanged(dealIdsOf(applied));
    outbox?.add(eventsOf(applied, context));
  };
  const desk = createDealDesk({ table, clock, onApplied });
  const account = { seed, table, desk, search: createDealSearch(table, index), limits };
  const app = createSimulatorApp({ account, clock, accessToken: options.accessToken, faults });
  const { url, close } = await listen(app.fetch, options.port);

  return {
    url,
    desk,
    webhooksSent: async () => outbox?.sent(),
    async close() {
      await outbox?.close();
      await close();
    },
  };
}

function dealIdsOf({ change }: Applied): readonly string[] {
  if (change.kind === 'task') return [];
  return change.kind === 'merge' ? [change.dealId, change.loserId] : [change.dealId];
}

async function listen(fetch: (request: Request) => Response | Promise<Response>, port: number) {
  return new Promise<{ url: string; close: () => Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.on('error', reject);
  });
}
