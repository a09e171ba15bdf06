import { findHint, type Hint, type TaskRequest } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { AppError } from '../../errors.ts';
import { createTask } from '../../notes/create-task.ts';
import { dueAt } from '../../notes/due-at.ts';
import type { NewTask } from '../../ports/task-desk.ts';
import { dealIdSchema } from '../../deal-id.ts';
import { EVERYONE } from '../access.ts';
import type { DealApiDeps } from '../deps.ts';
import { parseBody, type Route, route } from '../operation.ts';
import { type InsightsDeps, type LoadedDeal, loadDeal } from '../read-deal-insights.ts';
import { taskRequestSchema } from '../schemas/deal-notes.ts';
import { requireHintOf } from './hints.ts';

const operation = {
  operationId: 'createTask' as const,
  method: 'post' as const,
  path: '/v1/deals/{dealId}/tasks',
  summary:
    'Makes a follow-up task of a hint at HubSpot: for the deal’s owner, due in working time, with the evidence in its text. Asked again, it answers the same task.',
  params: z.object({ dealId: dealIdSchema }),
  query: z.object({}),
  body: taskRequestSchema,
  readers: EVERYONE,
  problems: ['not-found', 'conflict', 'upstream-unavailable'] as const,
};

export const createTaskRoute = (deps: InsightsDeps & Pick<DealApiDeps, 'taskDesk' | 'log'>): Route =>
  route(operation, async (c, { dealId }) => {
    const request = await parseBody(c, taskRequestSchema);
    const { hintId } = request;
    requireHintOf(dealId, hintId);
    const loaded = await loadDeal(deps, { dealId }, c.var.viewer);
    const hint = findHint(loaded.coaching, hintId);
    // A hint may be gone by the time of a repeat: what was made of it is answered all the same.
    if (hint === null && loaded.notes.tasks[hintId] === undefined)
      throw new AppError('not-found', 'This deal has no hint of this id any more.');
    const answer = await createTask(
      { notesStore: deps.dealNotes, taskDesk: deps.taskDesk, clock: deps.clock },
      { dealId, hintId, newTask: async (mark) => taskOf(loaded, hint, { request, mark }) },
    );
    deps.log.info('task made', { requestId: c.var.requestId, dealId, hintId, userId: c.var.caller.userId });
    c.header('cache-control', 'no-store');
    return c.json(answer);
  });

interface Wished {
  readonly request: TaskRequest;
  readonly mark: string;
}

function taskOf({ coaching, settings }: LoadedDeal, hint: Hint | null, { request, mark }: Wished): NewTask {
  if (hint === null) throw new AppError('not-found', 'This deal has no hint of this id any more.');
  const { timeline, now, figures } = coaching;
  const { language } = request;
  const name = timeline.facts['dealname'] ?? timeline.dealId;
  return {
    dealId: timeline.dealId,
    ownerId: timeline.ownerChanges.at(-1)?.value || null,
    dueAt: dueAt(now, settings.calendar.value, figures?.timeZone ?? 'UTC'),
    subject: `${SUBJECT[language]}${name}`,
    body: `${hint.message[language]} ${hint.remedy[language]}\n${mark}`,
  };
}

const SUBJECT = { en: 'Follow up: ', fr: 'Relancer\u00a0: ' } as const;
