import { Hono } from 'hono';
import * as z from 'zod';
import { invalid } from '../problem.ts';
import type { Account } from './account.ts';
import { parseBody, propertiesSchema } from './read-body.ts';
import { isoOf } from './wire.ts';

const TASK_TO_DEAL = 216;
const DEAL_TO_TASK = 215;
const schema = z.object({
  properties: propertiesSchema,
  associations: z
    .array(
      z.object({
        to: z.object({ id: z.coerce.string() }),
        types: z.array(z.object({ associationCategory: z.string(), associationTypeId: z.number() })),
      }),
    )
    .default([]),
});

const readSchema = z.object({
  properties: z.array(z.string()).default([]),
  inputs: z
    .array(z.object({ id: z.coerce.string() }))
    .min(1)
    .max(100),
});

/** `POST /crm/v3/objects/tasks`: like HubSpot, it makes another task each time it is asked. `POST …/batch/read` reads them. */
export function taskRoutes({ desk, table }: Account, now: () => number): Hono {
  const routes = new Hono();
  routes.post('/', async (context) => {
    const { properties, associations } = await parseBody(context, schema);
    for (const required of ['hs_timestamp', 'hs_task_subject'])
      if (properties[required] === undefined) throw invalid(`Property values were not valid: ${required} is required.`);
    const deals = associations.filter(({ types }) => types.some((type) => type.associationTypeId === TASK_TO_DEAL));
    const { taskId } = desk.createTask(
      properties,
      deals.map(({ to }) => to.id),
    );
    const at = isoOf(now());
    const answer = { id: taskId, properties, createdAt: at, updatedAt: at, archived: false };
    return context.json(answer, 201);
  });
  routes.get('/', (context) => context.json({ results: [] }));
  routes.post('/batch/read', async (context) => {
    const wanted = await parseBody(context, readSchema);
    const ids = new Set(wanted.inputs.map(({ id }) => id));
    const results = table
      .tasks()
      .filter(({ taskId }) => ids.has(taskId))
      .map(({ taskId, at, properties }) => ({
        id: taskId,
        properties: Object.fromEntries(wanted.properties.map((name) => [name, properties[name] ?? null])),
        createdAt: isoOf(at),
        updatedAt: isoOf(at),
        archived: false,
      }));
    return context.json({ status: 'COMPLETE', results, startedAt: isoOf(now()), completedAt: isoOf(now()) });
  });
  return routes;
}

/** `GET /crm/v4/objects/deals/{id}/associations/tasks`. */
export function dealTaskRoutes({ table }: Account): Hono {
  return new Hono().get('/:dealId/associations/tasks', (context) => {
    const dealId = context.req.param('dealId');
    const results = table
      .tasks()
      .filter(({ dealIds }) => dealIds.includes(dealId))
      .map(({ taskId }) => ({
        toObjectId: Number(taskId),
        associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: DEAL_TO_TASK, label: null }],
      }));
    return context.json({ results });
  });
}
