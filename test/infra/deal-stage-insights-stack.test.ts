import { Match } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { synthesised } from './template.ts';

const template = synthesised();

const policySchema = z.object({
  Properties: z.object({
    PolicyDocument: z.object({
      Statement: z.array(
        z.object({
          Action: z.union([z.string().transform((action) => [action]), z.array(z.string())]),
          Resource: z.unknown(),
        }),
      ),
    }),
    Roles: z.array(z.object({ Ref: z.string() })),
  }),
});

const policies = Object.values(template.findResources('AWS::IAM::Policy')).map(
  (policy) => policySchema.parse(policy).Properties,
);
const actionsOf = (role: RegExp): string[] =>
  policies
    .filter(({ Roles }) => Roles.some(({ Ref }) => role.test(Ref)))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action))
    .toSorted();

const LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const READS = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
const WRITES = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];
const DELETES = 'dynamodb:DeleteItem';
const CONSUMES = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
const SECRET = 'secretsmanager:GetSecretValue';
const SEND = 'sqs:SendMessage';

describe('the table', () => {
  it('outlives the stack, can be restored to any second of 35 days, and bills by request', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          }),
        ],
      },
    });
  });
});

describe('what each function may do', () => {
  it.each([
    ['api', /^ApiRole/, [...READS, ...WRITES, DELETES, ...LOGS, SECRET, SEND, SEND]],
    ['reports', /^ReportsRole/, [...READS, ...LOGS, SECRET]],
    ['webhook', /^WebhookRole/, [...LOGS, SECRET, SEND]],
    ['ingest', /^IngestRole/, [...READS, ...WRITES, ...LOGS, ...CONSUMES, SECRET, SEND]],
    ['backfill', /^BackfillRole/, [...READS, ...WRITES, ...LOGS, SECRET, SEND, SEND, SEND]],
    ['reconcile', /^ReconcileRole/, [...READS, ...WRITES, DELETES, 'dynamodb:Scan', ...LOGS, SECRET, SEND, SEND, SEND]],
    ['rollup', /^RollupRole/, [...READS, ...WRITES, ...LOGS, ...CONSUMES]],
    ['nightly', /^NightlyRole/, [...READS, ...WRITES, ...LOGS, SEND, SEND]],
    ['a schedule', /^NightlyScheduleRole/, ['lambda:InvokeFunction', SEND]],
  ])('%s: exactly this', (_, role, actions) => {
    expect(actionsOf(role)).toEqual(actions.toSorted());
  });

  it('never holds a wildcard action or a wildcard resource', () => {
    const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);

    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
    expect(statements.filter(({ Resource }) => JSON.stringify(Resource).includes('"*"'))).toEqual([]);
  });

  it('uses no managed policy', () => {
    template.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });
});

describe('the functions', () => {
  it('run on arm64 and Node 24, with log groups that forget', () => {
    template.resourceCountIs('AWS::Lambda::Function', 8);
    template.allResourcesProperties('AWS::Lambda::Function', { Architectures: ['arm64'], Runtime: 'nodejs24.x' });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  it('reserve no concurrency: a new account has ten executions in all', () => {
    template.allResourcesProperties('AWS::Lambda::Function', { ReservedConcurrentExecutions: Match.absent() });
  });

  it('hold no secret in their environment', () => {
    const environments = JSON.stringify(template.findResources('AWS::Lambda::Function'));

    expect(environments).toContain('HUBSPOT_SECRET_ARN');
    expect(environments).not.toMatch(/HUBSPOT_ACCESS_TOKEN|HUBSPOT_CLIENT_SECRET/);
  });

  it('read queues two at a time, and give back only the messages that failed', () => {
    template.allResourcesProperties('AWS::Lambda::EventSourceMapping', {
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', { MaximumBatchingWindowInSeconds: 20 });
  });

  it('find their URL where HubSpot signs it', () => {
    const custom = synthesised({
      customDomain: {
        domainName: 'insights.example.com',
        certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1f',
      },
    });

    custom.allResourcesProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ PUBLIC_BASE_URL: 'https://insights.example.com' }) },
    });
    custom.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
  });
});

describe('the door', () => {
  it('is throttled and logs no query string', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
      AccessLogSettings: {
        Format: Match.not(Match.stringLikeRegexp('queryString|rawPath|sourceIp|\\$context\\.path')),
      },
    });
  });
});

describe('queues and alarms', () => {
  it('retry five times, then keep dead letters for two weeks', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }) });
    const forTwoWeeks = template.findResources('AWS::SQS::Queue', {
      Properties: { MessageRetentionPeriod: 1_209_600 },
    });
    expect(Object.keys(forTwoWeeks)).toHaveLength(3);
  });

  it('hide a message for six times as long as its consumer may take', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: 360 });
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: 1800 });
  });

  it('raise at most ten alarms, each with a page that says what to do', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));

    expect(alarms.length).toBeLessThanOrEqual(10);
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('See docs/operations\\.md#'),
      AlarmActions: Match.anyValue(),
    });
  });

  it('leave out the dashboard, and no alarm, when asked to', () => {
    const lean = synthesised({ hasDashboard: false });

    template.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
    lean.resourceCountIs('AWS::CloudWatch::Dashboard', 0);
    lean.resourceCountIs(
      'AWS::CloudWatch::Alarm',
      Object.keys(template.findResources('AWS::CloudWatch::Alarm')).length,
    );
  });

  it('watch the bill', () => {
    template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: Match.objectLike({ BudgetLimit: { Amount: 10, Unit: 'USD' } }),
    });
  });
});
