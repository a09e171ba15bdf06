import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import path from 'node:path';

/**
 * Functions by folder name: what each needs of memory and time, and why. Where somebody waits, stack traces go without
 * source maps: reading them costs 23 ms of each cold start.
 */
const SIZES = {
  api: { memoryMb: 1024, timeout: Duration.seconds(10), isWaitedFor: true },
  reports: { memoryMb: 1769, timeout: Duration.seconds(15), isWaitedFor: true }, // A pipeline's blocks in memory, and one whole core to count them
  webhook: { memoryMb: 512, timeout: Duration.seconds(5), isWaitedFor: true }, // HubSpot waits 5 s
  ingest: { memoryMb: 512, timeout: Duration.seconds(60), isWaitedFor: false },
  backfill: { memoryMb: 512, timeout: Duration.minutes(15), isWaitedFor: false },
  reconcile: { memoryMb: 512, timeout: Duration.minutes(15), isWaitedFor: false },
  rollup: { memoryMb: 1769, timeout: Duration.minutes(5), isWaitedFor: false }, // 1,769 MB is one whole core
  nightly: { memoryMb: 1769, timeout: Duration.minutes(15), isWaitedFor: false },
} as const;

export type FunctionName = keyof typeof SIZES;

export interface InsightsFunctionProps {
  readonly name: FunctionName;
  /** Folder of bundles: one folder a function with a handler.mjs, as `npm run build:functions` makes it. */
  readonly bundleFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetentionDays: number;
  /** For functions that nobody waits for: where the event goes when they fail for good. */
  readonly deadLetterQueue?: IQueue;
}

/**
 * One Lambda on arm64 with the bundle that the tests measured, its own log group and its own role.
 * The role is written out, because the managed basic-execution policy allows every log group of the account.
 */
export class InsightsFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: InsightsFunctionProps) {
    const { memoryMb, timeout } = SIZES[props.name];
    const retention = props.logRetentionDays;
    const logGroup = new LogGroup(scope, `${id}Logs`, { retention, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    // Streams are named by Lambda, so the ARN ends in the log group's own wildcard: nothing wider.
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    super(scope, id, {
      code: Code.fromAsset(path.join(props.bundleFolder, props.name)),
      handler: 'handler.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout,
      role,
      logGroup,
      ...(props.deadLetterQueue === undefined ? {} : { deadLetterQueue: props.deadLetterQueue }),
      environment: {
        ...props.environment,
        ...(SIZES[props.name].isWaitedFor ? {} : { NODE_OPTIONS: '--enable-source-maps' }),
      },
    });
  }

  static timeoutOf(name: FunctionName): Duration {
    return SIZES[name].timeout;
  }
}
