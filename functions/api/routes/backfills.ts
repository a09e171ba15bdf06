import type { BackfillStand } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { startBackfill } from '../../backfill/start-backfill.ts';
import { ADMINS } from '../access.ts';
import type { ApiDeps } from '../deps.ts';
import { type Route, route } from '../operation.ts';

const startOperation = {
  operationId: 'startBackfill' as const,
  method: 'post' as const,
  path: '/v1/backfills',
  summary:
    'Has every deal read again from HubSpot; only what differs is written. It begins within a quarter of an hour. One that is under way is answered as it is.',
  params: z.object({}),
  query: z.object({}),
  readers: ADMINS,
  problems: ['conflict'] as const,
};

const readOperation = {
  operationId: 'readBackfill' as const,
  method: 'get' as const,
  path: '/v1/backfills',
  summary: 'How far the latest backfill is.',
  params: z.object({}),
  query: z.object({}),
  readers: ADMINS,
  problems: [],
};

/** It leaves a checkpoint: the schedule of the backfill's own function goes on from there, so no request waits for HubSpot. */
export const startBackfillRoute = (deps: Pick<ApiDeps, 'sync' | 'clock' | 'log'>): Route =>
  route(startOperation, async (c) => {
    c.header('cache-control', 'no-store');
    const backfill = await startBackfill(deps);
    const { requestId, caller } = c.var;
    deps.log.info('backfill asked for', { requestId, backfillId: backfill.backfillId, userId: caller.userId });
    const stand: BackfillStand = { backfill };
    return c.json(stand, 202);
  });

export const readBackfillRoute = ({ sync }: Pick<ApiDeps, 'sync'>): Route =>
  route(readOperation, async (c) => {
    c.header('cache-control', 'no-store');
    const stand: BackfillStand = { backfill: (await sync.readCheckpoint())?.checkpoint.progress ?? null };
    return c.json(stand);
  });
