import { readFailures, readStack, type StackState } from '../aws/stacks.ts';
import { STACK_NAME } from '../installation/stack-name.ts';
import { OperateError } from '../operate-error.ts';

const LIVING = new Set(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'IMPORT_COMPLETE']);

/** Whether the stack stands whole: an update that was rolled back left the former version running. */
export const isWhole = (status: string): boolean => LIVING.has(status);

/** What to do about a stack that is neither whole nor absent. */
export async function halfDeployed(region: string, { status }: StackState): Promise<OperateError> {
  const reasons = status.endsWith('_IN_PROGRESS') ? [] : await readFailures(region, STACK_NAME);
  const why = reasons.length === 0 ? '' : ` Reported:\n${reasons.map((reason) => `    - ${reason}`).join('\n')}\n `;
  return new OperateError(`The stack is half-deployed: ${status}.${why}`, remedyFor(status, region));
}

function remedyFor(status: string, region: string): string {
  const cloudformation = (verb: string) => `aws cloudformation ${verb} --stack-name ${STACK_NAME} --region ${region}`;
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return `Remove the cause, run "${cloudformation('continue-update-rollback')}", wait until it is done, then deploy again. The table is not touched by this.`;
  if (status === 'ROLLBACK_COMPLETE' || status === 'ROLLBACK_FAILED' || status === 'CREATE_FAILED')
    return `The first creation failed: nothing is running. Remove the cause, run "${cloudformation('delete-stack')}", wait until it is gone, then deploy again. An empty table and an empty secret of that attempt may stay.`;
  if (status === 'DELETE_FAILED')
    return `An uninstall got stuck. Remove the cause and run "${cloudformation('delete-stack')}" again.`;
  if (status.endsWith('_IN_PROGRESS')) return 'Another deployment is under way: wait until it is done, then try again.';
  return 'Look at the stack in the CloudFormation console.';
}

/** The outputs of the living stack; an error that says what to do when it does not stand. */
export async function livingOutputs(region: string): Promise<Readonly<Record<string, string>>> {
  const stack = await readStack(region, STACK_NAME);
  if (stack === null)
    throw new OperateError(
      `There is no stack ${STACK_NAME} in ${region}.`,
      'Run npm run deploy -- --only stack first, or correct the region.',
    );
  if (!isWhole(stack.status)) throw await halfDeployed(region, stack);
  return stack.outputs;
}

/** One output; a stack of an older version may not have it. */
export function outputOf(outputs: Readonly<Record<string, string>>, name: string): string {
  const value = outputs[name];
  if (value === undefined)
    throw new OperateError(
      `The stack has no output ${name}: it is of an older version.`,
      'Run npm run deploy -- --only stack.',
    );
  return value;
}
