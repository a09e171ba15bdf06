import * as z from 'zod/mini';
import { AppError } from '../../errors.ts';
import { changeNotes, withDismissal } from '../../notes/change-notes.ts';
import { dealIdSchema } from '../../deal-id.ts';
import { EVERYONE } from '../access.ts';
import { notesAnswer } from '../deal-notes.ts';
import { parseBody, type Route, route } from '../operation.ts';
import { type InsightsDeps, loadDeal } from '../read-deal-insights.ts';
import { hintChangeSchema, hintIdSchema } from '../schemas/deal-notes.ts';

const operation = {
  operationId: 'changeHint' as const,
  method: 'put' as const,
  path: '/v1/deals/{dealId}/hints/{hintId}',
  summary: 'Dismisses a hint, or shows it again. The same finding comes back with the deal’s next visit of a stage.',
  params: z.object({ dealId: dealIdSchema, hintId: hintIdSchema }),
  query: z.object({}),
  body: hintChangeSchema,
  readers: EVERYONE,
  problems: ['not-found', 'conflict'] as const,
};

export const changeHintRoute = (deps: InsightsDeps): Route =>
  route(operation, async (c, { dealId, hintId }) => {
    const { isDismissed } = await parseBody(c, hintChangeSchema);
    requireHintOf(dealId, hintId);
    const { coaching } = await loadDeal(deps, { dealId }, c.var.viewer);
    const { now, figures } = coaching;
    const notes = await changeNotes(deps.dealNotes, dealId, (before) =>
      withDismissal(before, { hintId, isDismissed, at: now }),
    );
    c.header('cache-control', 'no-store');
    return c.json(notesAnswer(notes, { dealId, now, timeZone: figures?.timeZone ?? 'UTC' }));
  });

/** A hint's id names its deal. */
export function requireHintOf(dealId: string, hintId: string): void {
  if (hintId.split('.')[1] !== dealId) throw new AppError('not-found', 'This deal has no hint of this id.');
}
