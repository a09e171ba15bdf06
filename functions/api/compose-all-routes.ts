import type { Hono } from 'hono';
import { dynamoBlockStore } from '../adapters/dynamodb/block-store.ts';
import { dynamoDeadLetterStore } from '../adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealNotesStore } from '../adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../adapters/dynamodb/deal-store.ts';
import { dynamoErasureStore } from '../adapters/dynamodb/erasure-store.ts';
import { dynamoStatusStore } from '../adapters/dynamodb/status-store.ts';
import { dynamoSyncStore } from '../adapters/dynamodb/sync-store.ts';
import type { Table } from '../adapters/dynamodb/table.ts';
import { apiRoutes } from './api-routes.ts';
import { createApp, type WarmParts } from './app.ts';
import type { ApiEnv } from './context.ts';
import type { ApiDeps, DealApiDeps } from './deps.ts';

interface Parts {
  readonly table: Table;
  readonly deps: DealApiDeps;
  /** Those of the deals' routes: a change of the settings is seen by both at once. */
  readonly warm: WarmParts;
}

/** Every route of the function, with what only few requests need. */
export function composeAllRoutes({ table, deps, warm }: Parts): Hono<ApiEnv> {
  const deadLetters = dynamoDeadLetterStore(table);
  const statusStore = dynamoStatusStore(table);
  const all: ApiDeps = {
    ...deps,
    blockStore: dynamoBlockStore(table),
    statusStore,
    sync: dynamoSyncStore(table),
    deadLetters,
    erasing: {
      dealStore: dynamoDealStore(table),
      settingsStore: deps.settingsStore,
      dealNotes: dynamoDealNotesStore(table),
      deadLetters,
      rollupQueue: deps.rollupQueue,
      erasures: dynamoErasureStore(table),
      status: statusStore,
      clock: table.clock,
      portalId: deps.installation.portalId,
    },
  };
  return createApp(all, warm, apiRoutes({ ...all, ...warm }));
}
