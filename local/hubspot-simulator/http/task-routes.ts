import { Hono } from 'hono';
import * as z from 'zod';
import { invalid } from '../problem.ts';
import type { Account } from './account.ts';
import { parseBody, propertiesSchema } from './read-body.ts';
import { isoOf } from './wire.ts';

const TASK_TO_DEAL = 216;
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

/** `POST /crm/v3/objects/tasks`: like HubSpot, it makes another task each time it is asked. */
export function taskRoutes({ desk }: Account, now: () => number): Hono {
  return new Hono().post('/', async (context) => {
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
}
