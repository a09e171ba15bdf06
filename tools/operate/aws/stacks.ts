import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { atAws } from './aws-fault.ts';

export interface StackState {
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Epoch ms of the last change. */
  readonly changedAt: number | null;
}

/** A stack as it stands; null when there is none. */
export async function readStack(region: string, name: string): Promise<StackState | null> {
  const client = new CloudFormationClient({ region });
  const described = await atAws(`describe the stack ${name}`, () =>
    client.send(new DescribeStacksCommand({ StackName: name })).catch((error: unknown) => {
      // CloudFormation has no error of its own for this.
      if (error instanceof Error && error.name === 'ValidationError' && error.message.includes('does not exist'))
        return null;
      throw error;
    }),
  );
  const stack = described?.Stacks?.[0];
  if (stack === undefined) return null;
  const outputs = (stack.Outputs ?? []).map(
    ({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const,
  );
  const changedAt = (stack.LastUpdatedTime ?? stack.CreationTime)?.getTime() ?? null;
  return { status: stack.StackStatus ?? 'UNKNOWN', outputs: Object.fromEntries(outputs), changedAt };
}

/** What failed last and why, the newest first, in CloudFormation's words. */
export async function readFailures(region: string, name: string): Promise<readonly string[]> {
  const client = new CloudFormationClient({ region });
  const { StackEvents = [] } = await atAws(`read the events of the stack ${name}`, () =>
    client.send(new DescribeStackEventsCommand({ StackName: name })),
  );
  const failed = StackEvents.filter(({ ResourceStatus = '' }) => ResourceStatus.endsWith('_FAILED'));
  return failed
    .map(({ LogicalResourceId = '', ResourceStatusReason = '' }) => `${LogicalResourceId}: ${ResourceStatusReason}`)
    .filter((line) => !/cancelled/i.test(line)) // Said of everything that was under way when the first one failed.
    .slice(0, 5);
}
