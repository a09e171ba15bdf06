import * as z from 'zod/mini';
import { DAY_MS } from '@deal-stage-insights/shared';
import { AppError } from '../../errors.ts';
import { changeNotes } from '../../notes/change-notes.ts';
import { listSnooze, type ListSnoozeDeps } from '../../notes/list-snooze.ts';
import { portalDay } from '../../portal-day.ts';
import { dealIdSchema } from '../../deal-id.ts';
import { EVERYONE } from '../access.ts';
import { notesAnswer } from '../deal-notes.ts';
import { parseBody, type Route, route } from '../operation.ts';
import { type InsightsDeps, loadDeal } from '../read-deal-insights.ts';
import { snoozeRequestSchema } from '../schemas/deal-notes.ts';

const LONGEST_DAYS = 366; // Whoever waits for longer than a year looks at the deal once in between.

const common = {
  path: '/v1/deals/{dealId}/snooze',
  params: z.object({ dealId: dealIdSchema }),
  query: z.object({}),
  readers: EVERYONE,
  problems: ['not-found', 'conflict'] as const,
};

const snoozeOperation = {
  ...common,
  operationId: 'snoozeDeal' as const,
  method: 'put' as const,
  summary:
    'The deal is legitimately waiting, for this reason and until this day: not called stalled, and without hints.',
  body: snoozeRequestSchema,
};

const endOperation = {
  ...common,
  operationId: 'endSnooze' as const,
  method: 'delete' as const,
  summary: 'The deal is not waiting any more. Also where it was not.',
};

type Deps = InsightsDeps & Omit<ListSnoozeDeps, 'dealNotes'>;

export const snoozeRoute = (deps: Deps): Route =>
  route(snoozeOperation, async (c, { dealId }) => {
    const { reason, untilDay } = await parseBody(c, snoozeRequestSchema);
    const { coaching } = await loadDeal(deps, { dealId }, c.var.viewer);
    const { now } = coaching;
    const timeZone = coaching.figures?.timeZone ?? 'UTC';
    if (untilDay < portalDay(now, timeZone)) throw wrongDay('This day is over: name today or a later one.');
    if (untilDay > portalDay(now + LONGEST_DAYS * DAY_MS, timeZone)) throw wrongDay('Name a day within a year.');
    const notes = await changeNotes(deps.dealNotes, dealId, (before) => {
      // The same wish again, as HubSpot repeats it, changes nothing.
      const isSame = before.snooze?.reason === reason && before.snooze.untilDay === untilDay;
      return isSame ? before : { ...before, snooze: { reason, untilDay, setAt: now } };
    });
    await listSnooze(deps, dealId, now);
    c.header('cache-control', 'no-store');
    return c.json(notesAnswer(notes, { dealId, now, timeZone }));
  });

export const endSnoozeRoute = (deps: Deps): Route =>
  route(endOperation, async (c, { dealId }) => {
    const { coaching } = await loadDeal(deps, { dealId }, c.var.viewer);
    const notes = await changeNotes(deps.dealNotes, dealId, (before) =>
      before.snooze === null ? before : { ...before, snooze: null },
    );
    await listSnooze(deps, dealId, coaching.now);
    c.header('cache-control', 'no-store');
    return c.json(notesAnswer(notes, { dealId, now: coaching.now, timeZone: coaching.figures?.timeZone ?? 'UTC' }));
  });

function wrongDay(message: string): AppError {
  return new AppError('invalid-request', 'Not valid: body.untilDay.', {
    errors: [{ location: 'body.untilDay', message }],
  });
}
