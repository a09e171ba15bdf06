import * as z from 'zod/mini';
import type { TaskDesk, TaskRef } from '../../ports/task-desk.ts';
import type { SecretSource } from '../../ports/secret-source.ts';
import { instantSchema } from './deal-schema.ts';
import { hubspotHttp } from './http.ts';
import type { Timing } from './timing.ts';

const TASK_TO_DEAL = 216; // HubSpot's number of the association from a task to a deal.
const TASKS_READ = 100; // HubSpot's limit for a batch read.
const LOOK_FOR_MS = 8000; // A reader waits for it; HubSpot gives a card's request 15 s.

const associationsSchema = z.object({ results: z.array(z.object({ toObjectId: z.coerce.string() })) });
const taskSchema = z.object({
  id: z.string(),
  createdAt: instantSchema,
  properties: z._default(z.record(z.string(), z.nullable(z.string())), {}),
});
const tasksSchema = z.object({ results: z.array(taskSchema) });

export interface TaskDeskOptions {
  readonly baseUrl: string;
  readonly secrets: SecretSource;
  readonly timing: Timing;
}

export function hubspotTaskDesk({ baseUrl, secrets, timing }: TaskDeskOptions): TaskDesk {
  const common = { baseUrl, secrets, timing, rateShare: 1 };
  const looking = hubspotHttp({ ...common, retryForMs: LOOK_FOR_MS });
  // A creation that seems to have failed may have been carried out: it is never repeated here.
  const creating = hubspotHttp({ ...common, retryForMs: -1 });
  return {
    async findByMark(dealId, mark) {
      const path = `/crm/v4/objects/deals/${encodeURIComponent(dealId)}/associations/tasks?limit=500`;
      const { results } = await looking.call(associationsSchema, { method: 'GET', path });
      // The newest have the highest numbers; a task of ours is hours old at most.
      const newest = results.map(({ toObjectId }) => toObjectId).toSorted((a, b) => Number(b) - Number(a));
      if (newest.length === 0) return null;
      const read = await looking.call(tasksSchema, {
        method: 'POST',
        path: '/crm/v3/objects/tasks/batch/read',
        body: { properties: ['hs_task_body'], inputs: newest.slice(0, TASKS_READ).map((id) => ({ id })) },
      });
      const found = read.results.find(({ properties }) => properties['hs_task_body']?.includes(mark) === true);
      return found === undefined ? null : refOf(found);
    },

    async create({ dealId, ownerId, dueAt, subject, body }) {
      const task = await creating.call(taskSchema, {
        method: 'POST',
        path: '/crm/v3/objects/tasks',
        body: {
          properties: {
            hs_timestamp: new Date(dueAt).toISOString(),
            hs_task_subject: subject,
            hs_task_body: body,
            hs_task_status: 'NOT_STARTED',
            hs_task_type: 'TODO',
            ...(ownerId !== null && { hubspot_owner_id: ownerId }),
          },
          associations: [
            {
              to: { id: dealId },
              types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: TASK_TO_DEAL }],
            },
          ],
        },
      });
      return refOf(task);
    },
  };
}

const refOf = ({ id, createdAt }: z.output<typeof taskSchema>): TaskRef => ({ taskId: id, createdAt });
