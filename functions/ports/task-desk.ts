import type { EpochMs } from '@deal-stage-insights/shared';

export interface NewTask {
  readonly dealId: string;
  readonly ownerId: string | null;
  readonly dueAt: EpochMs;
  readonly subject: string;
  /** Ends with `mark`. */
  readonly body: string;
}

export interface TaskRef {
  readonly taskId: string;
  readonly createdAt: EpochMs;
}

/** Tasks at HubSpot. Failures are `AppError` `upstream-unavailable`. */
export interface TaskDesk {
  /** The deal's task whose text holds the mark; null when there is none. */
  findByMark(dealId: string, mark: string): Promise<TaskRef | null>;
  /** Sent once and never repeated: HubSpot makes another task each time it is asked. */
  create(task: NewTask): Promise<TaskRef>;
}
