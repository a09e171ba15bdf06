import { outputOf } from './deploy/stack-health.ts';

interface DeadLetterQueue {
  readonly name: string;
  readonly url: string;
  /** Whether SQS can move its messages back: failed schedules never were in a queue, and their next run catches up. */
  readonly canMoveBack: boolean;
}

/** The three places where failed work waits. */
export function deadLetterQueues(outputs: Readonly<Record<string, string>>): readonly DeadLetterQueue[] {
  return [
    { name: 'ingest', url: outputOf(outputs, 'IngestDeadLetterUrl'), canMoveBack: true },
    { name: 'rollup', url: outputOf(outputs, 'RollupDeadLetterUrl'), canMoveBack: true },
    { name: 'schedules and backfill', url: outputOf(outputs, 'UnattendedDeadLetterUrl'), canMoveBack: false },
  ];
}
