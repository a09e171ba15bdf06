import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import path from 'node:path';

/** Functions by folder name: what each needs of memory and time, and why. */
const SIZES = {
  api: { memoryMb: 1024, timeout: Duration.seconds(10) },
  webhook: { memoryMb: 512, timeout: Duration.seconds(5) }, // HubSpot gives a webhook 5 s
  ingest: { memoryMb: 512, timeout: Duration.seconds(60) },
  backfill: { memoryMb: 512, timeout: Duration.minutes(15) },
  reconcile: { memoryMb: 512, timeout: Duration.minutes(15) },
  rollup: { memoryMb: 1769, timeout: Duration.minutes(5) }, // 1,769 MB is one whole core
  nightly: { memoryMb: 1769, timeout: Duration.minutes(15) },
} as const;

export type FunctionName = keyof typeof SIZES;

export interface InsightsFunctionProps {
  readonly name: FunctionName;
  readonly environment: Readonly<Record<string, string>>;
  readonly logRetentionDays: number;
}

/**
 * One Lambda: bundled with its SDK by esbuild, on arm64, with its own log group and its own role.
 * The role is written out, because the managed basic-execution policy allows every log group of the account.
 */
export class InsightsFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: InsightsFunctionProps) {
    const size = SIZES[props.name];
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    super(scope, id, {
      entry: path.join(import.meta.dirname, `../../functions/${props.name}/handler.ts`),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: size.memoryMb,
      timeout: size.timeout,
      role,
      logGroup,
      environment: { ...props.environment, NODE_OPTIONS: '--enable-source-maps' },
      depsLockFilePath: path.join(import.meta.dirname, '../../package-lock.json'),
      projectRoot: path.join(import.meta.dirname, '../..'),
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        minify: true,
        sourceMap: true,
        sourceMapMode: SourceMapMode.EXTERNAL,
        externalModules: [],
        banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
      },
      awsSdkConnectionReuse: false,
    });
    // Streams are named by Lambda, so the policy ends in the log group's own wildcard: nothing wider.
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
  }
}
