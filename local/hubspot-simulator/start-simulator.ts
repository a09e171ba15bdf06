import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { listenLocally } from '../listen-locally.ts';
import { createSimulatorApp } from './http/app.ts';
import { PRO_LIMITS, type Simulator, type SimulatorOptions } from './options.ts';
import type { Applied } from './portal/deal-table.ts';
import { createDealDesk } from './portal/deal-desk.ts';
import { createDealTable } from './portal/deal-table.ts';
import { noJournal, openJournal } from './portal/journal.ts';
import { createDealSearch } from './search/search-deals.ts';
import { createSearchIndex } from './search/search-index.ts';
import { eventsOf } from './webhooks/events.ts';
import { createOutbox, type Outbox } from './webhooks/outbox.ts';

/** A HubSpot account as a server on this machine: HubSpot's paths, shapes, limits and webhooks over the deals of a seed. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { seed, clock, faults = {}, limits = PRO_LIMITS } = options;
  const journal = options.dataDir === undefined ? noJournal : openJournal(options.dataDir);
  const table = createDealTable(seed);
  for (const change of journal.changes) table.apply(change);

  const index = createSearchIndex(table, { clock, lagMs: limits.searchLagMs });
  let sendEvents: (applied: Applied) => void = () => {};
  let outbox: Outbox | null = null;
  const onApplied = (applied: Applied): void => {
    journal.append(applied.change);
    index.noteChanged(dealIdsOf(applied));
    sendEvents(applied);
  };
  const desk = createDealDesk({ table, clock, onApplied });
  const account = { seed, table, desk, search: createDealSearch(table, index), limits };
  let accessToken: string | null = options.accessToken;
  const app = createSimulatorApp({ account, clock, accessToken: () => accessToken, faults });
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  const { url, close } = await listenLocally(server, options.port);

  return {
    url,
    desk,
    liveDeals: () => table.live(),
    sendWebhooksTo(target) {
      const added = createOutbox({ target, clock, faults });
      const context = { portalId: seed.portalId, appId: options.appId, propertyNames: target.propertyNames };
      sendEvents = (applied) => added.add(eventsOf(applied, context));
      outbox = added;
    },
    replaceAccessToken: (token) => void (accessToken = token),
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
