import type { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface FunctionScheduleProps {
  readonly target: IFunction;
  readonly every: Duration;
  readonly event: Readonly<Record<string, string>>;
  readonly deadLetters: IQueue;
}

/** Runs a function at an interval. The role is written out: CDK's own target also allows every version of the function. */
export class FunctionSchedule extends Construct {
  constructor(scope: Construct, id: string, { target, every, event, deadLetters }: FunctionScheduleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
    const minutes = every.toMinutes();
    new CfnSchedule(this, 'Schedule', {
      flexibleTimeWindow: { mode: 'OFF' },
      scheduleExpression: `rate(${minutes} minute${minutes === 1 ? '' : 's'})`,
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(event),
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 600 },
      },
    });
  }
}
