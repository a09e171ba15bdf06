import type { EpochMs, TaskAnswer } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { DealNotes, DealNotesStore, TaskClaim } from '../ports/deal-notes-store.ts';
import type { NewTask, TaskDesk, TaskRef } from '../ports/task-desk.ts';
import { changeNotes } from './change-notes.ts';

/** The longest that a call can be at work: what claimed longer ago and has not said so was cut off. */
const AT_WORK_MS = 60_000;

export interface CreateTaskDeps {
  readonly notesStore: Pick<DealNotesStore, 'readForChange' | 'store'>;
  readonly taskDesk: TaskDesk;
  readonly clock: Clock;
}

export interface TaskWish {
  readonly dealId: string;
  readonly hintId: string;
  /** Made only when the task is: with the mark at the end of its text. */
  readonly newTask: (mark: string) => Promise<NewTask>;
}

/**
 * Makes the follow-up task of a hint once. It is claimed first; whoever finds a claim without a task looks for the claim's mark
 * among the deal's tasks before making one. So a repeat after a failure, whatever was done by then, makes no second task.
 */
export async function createTask(deps: CreateTaskDeps, wish: TaskWish): Promise<TaskAnswer> {
  const { dealId, hintId } = wish;
  const now = deps.clock.now();
  let before: TaskClaim | undefined;
  const notes = await changeNotes(deps.notesStore, dealId, (current) => {
    before = current.tasks[hintId];
    if (before !== undefined && (before.created !== null || isAtWork(before, now))) return current;
    return withClaim(current, hintId, { claimedAt: now, isOver: false, created: null });
  });
  const created = notes.tasks[hintId]?.created ?? null;
  if (created !== null) return { dealId, hintId, ...created };
  if (before !== undefined && isAtWork(before, now)) {
    throw new AppError('conflict', 'This task is being made right now: look at the deal in a moment.');
  }
  const task = await makeOrFind(deps, { wish, isRepeat: before !== undefined });
  await finish(deps, wish, task);
  return { dealId, hintId, ...task };
}

const isAtWork = ({ isOver, claimedAt }: TaskClaim, now: EpochMs): boolean => !isOver && now - claimedAt < AT_WORK_MS;

/** What a task's text carries so that it is found again. */
const markOf = (hintId: string): string => `[Deal Stage Insights ${hintId}]`;

async function makeOrFind(
  deps: CreateTaskDeps,
  { wish, isRepeat }: { readonly wish: TaskWish; readonly isRepeat: boolean },
): Promise<TaskRef> {
  const mark = markOf(wish.hintId);
  try {
    const found = isRepeat ? await deps.taskDesk.findByMark(wish.dealId, mark) : null;
    return found ?? (await deps.taskDesk.create(await wish.newTask(mark)));
  } catch (error) {
    await finish(deps, wish, null);
    throw error;
  }
}

async function finish({ notesStore }: CreateTaskDeps, { dealId, hintId }: TaskWish, created: TaskRef | null) {
  await changeNotes(notesStore, dealId, (notes) => {
    const claim = notes.tasks[hintId];
    return claim === undefined ? notes : withClaim(notes, hintId, { ...claim, isOver: true, created });
  });
}

function withClaim(notes: DealNotes, hintId: string, claim: TaskClaim): DealNotes {
  return { ...notes, tasks: { ...notes.tasks, [hintId]: claim } };
}
