import type { SnoozeView } from './deal-coaching.ts';
import type { Bilingual } from './hints.ts';

/** Body of `PUT /v1/deals/{dealId}/snooze`. */
export interface SnoozeRequest {
  readonly reason: string;
  /** The last day of it, `YYYY-MM-DD` in the portal's time zone: from today on, a year at most. */
  readonly untilDay: string;
}

/** A deal is waiting with reason. */
export interface Snooze {
  readonly reason: string;
  /** The last day of it, `YYYY-MM-DD` in the portal's time zone. */
  readonly untilDay: string;
  readonly setAt: number;
}

/** Body of `PUT /v1/deals/{dealId}/hints/{hintId}`. */
export interface HintChange {
  readonly isDismissed: boolean;
}

/** What the two above, and `DELETE /v1/deals/{dealId}/snooze`, answer: what people noted of the deal. */
export interface DealNotesAnswer {
  readonly dealId: string;
  readonly snooze: SnoozeView | null;
  /** Ids of hints that are not shown any more. */
  readonly dismissedHintIds: readonly string[];
}

/** Body of `POST /v1/deals/{dealId}/tasks`. */
export interface TaskRequest {
  readonly hintId: string;
  /** Of the task's text. */
  readonly language: keyof Bilingual;
}

/** The task that was made of a hint: the same one however often it is asked for. */
export interface TaskAnswer {
  readonly dealId: string;
  readonly hintId: string;
  readonly taskId: string;
  readonly createdAt: number;
}
