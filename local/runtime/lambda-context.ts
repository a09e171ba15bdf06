import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

const REMAINING_MS = 60_000;

/** What AWS hands to a function beside the event. */
export function lambdaContext(functionName: string): Context {
  const awsRequestId = randomUUID();
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-central-1:000000000000:function:${functionName}`,
    memoryLimitInMB: '1024',
    awsRequestId,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => REMAINING_MS,
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
