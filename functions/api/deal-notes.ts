import type { DealNotesAnswer, SnoozeView } from '@deal-stage-insights/shared';
import { portalDay } from '../portal-day.ts';
import type { DealNotes } from '../ports/deal-notes-store.ts';

/** Days of the same form are in order as texts. */
export function snoozeIn({ snooze }: DealNotes, now: number, timeZone: string): SnoozeView | null {
  if (snooze === null) return null;
  const { reason, untilDay, setAt } = snooze;
  return { reason, untilDay, setAt, isActive: untilDay >= portalDay(now, timeZone) };
}

export const dismissedIn = ({ dismissed }: DealNotes): ReadonlySet<string> => new Set(Object.keys(dismissed));

/** Claims without a task are no tasks yet. */
export function tasksIn({ tasks }: DealNotes) {
  return Object.fromEntries(
    Object.entries(tasks).flatMap(([hintId, { created }]) => (created === null ? [] : [[hintId, created] as const])),
  );
}

interface At {
  readonly dealId: string;
  readonly now: number;
  readonly timeZone: string;
}

export function notesAnswer(notes: DealNotes, { dealId, now, timeZone }: At): DealNotesAnswer {
  return { dealId, snooze: snoozeIn(notes, now, timeZone), dismissedHintIds: [...dismissedIn(notes)] };
}
