import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Alarms } from './constructs/alarms.ts';
import { FunctionSchedule } from './constructs/function-schedule.ts';
import { InsightsFunction, type FunctionName } from './constructs/insights-function.ts';
import { InsightsHttpApi } from './constructs/insights-http-api.ts';
import { InsightsTable } from './constructs/insights-table.ts';
import { MonthlyBudget } from './constructs/monthly-budget.ts';
import { OverviewDashboard } from './constructs/overview-dashboard.ts';
import { deadLetterQueue, WorkQueue } from './constructs/work-queue.ts';
import { PERMISSIONS } from './permissions.ts';
import type { StackParameters } from './stack-parameters.ts';

interface DealStageInsightsStackProps extends StackProps {
  readonly parameters: StackParameters;
  readonly bundleFolder: string;
}

/** Everything an installation is made of, for one HubSpot account. */
export class DealStageInsightsStack extends Stack {
  constructor(scope: Construct, id: string, props: DealStageInsightsStackProps) {
    super(scope, id, props);
    const { parameters, bundleFolder } = props;
    Tags.of(this).add('app', this.stackName);

    const table = new InsightsTable(this, 'Table');
    const ingest = new WorkQueue(this, 'IngestWork', { consumerTimeout: InsightsFunction.timeoutOf('ingest') });
    const rollup = new WorkQueue(this, 'RollupWork', { consumerTimeout: InsightsFunction.timeoutOf('rollup') });
    const secret = new Secret(this, 'HubSpotSecret', {
      description: "Deal Stage Insights: the app's access token and client secrets. Filled by npm run deploy.",
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const httpApi = new InsightsHttpApi(this, 'HttpApi', parameters);

    const environment = {
      TABLE_NAME: table.tableName,
      INGEST_QUEUE_URL: ingest.queue.queueUrl,
      ROLLUP_QUEUE_URL: rollup.queue.queueUrl,
      HUBSPOT_SECRET_ARN: secret.secretArn,
      PUBLIC_BASE_URL: httpApi.publicBaseUrl,
      PORTAL_ID: parameters.portalId,
      APP_ID: parameters.appId,
      ADMIN_EMAILS: parameters.adminEmails.join(','),
      WEBHOOK_V1_SIGNATURES: parameters.takesWebhookV1 ? 'on' : 'off',
    };
    const resources = {
      table: table.tableArn,
      ingest: ingest.queue.queueArn,
      rollup: rollup.queue.queueArn,
      secret: secret.secretArn,
    };
    const unattended = deadLetterQueue(this, 'UnattendedDeadLetters');
    const make = (name: FunctionName, options: { readonly deadLetterQueue?: Queue } = {}): InsightsFunction => {
      const made = new InsightsFunction(this, name.charAt(0).toUpperCase() + name.slice(1), {
        name,
        bundleFolder,
        environment,
        logRetentionDays: parameters.logRetentionDays,
        ...options,
      });
      for (const { actions, on } of PERMISSIONS[name])
        made.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [resources[on]] }));
      return made;
    };
    const functions = {
      api: make('api'),
      reports: make('reports'),
      webhook: make('webhook'),
      ingest: make('ingest'),
      backfill: make('backfill', { deadLetterQueue: unattended }),
      reconcile: make('reconcile', { deadLetterQueue: unattended }),
      rollup: make('rollup'),
      nightly: make('nightly', { deadLetterQueue: unattended }),
    };

    httpApi.route('/webhooks/hubspot', [HttpMethod.POST], functions.webhook);
    httpApi.route('/v1/pipelines/{pipelineId}/{proxy+}', [HttpMethod.GET, HttpMethod.POST], functions.reports);
    httpApi.route('/v1/exports/{token}', [HttpMethod.GET], functions.reports);
    httpApi.route('/v1/{proxy+}', [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE], functions.api);

    // HubSpot allows 190 calls in ten seconds: two readers at a time stay below it, and leave room for cards and backfill.
    functions.ingest.addEventSource(
      new SqsEventSource(ingest.queue, {
        batchSize: 10, // Without a window, SQS allows no more; a message holds up to 50 deals.
        reportBatchItemFailures: true,
        maxConcurrency: 2,
      }),
    );
    functions.rollup.addEventSource(
      new SqsEventSource(rollup.queue, {
        batchSize: 256,
        maxBatchingWindow: Duration.seconds(20),
        reportBatchItemFailures: true,
        maxConcurrency: 2,
      }),
    );

    const every = (
      id: string,
      target: InsightsFunction,
      interval: Duration,
      event: Readonly<Record<string, string>> = {},
    ) => new FunctionSchedule(this, id, { target, every: interval, event, deadLetters: unattended });
    every('ReconcileSchedule', functions.reconcile, Duration.minutes(parameters.reconcileMinutes));
    // The function itself knows when it is midnight in the portal's time zone.
    every('NightlySchedule', functions.nightly, Duration.minutes(15));
    // A backfill outlives one Lambda: this goes on with one that is under way, and does nothing otherwise.
    every('BackfillSchedule', functions.backfill, Duration.minutes(15), { action: 'resume' });

    const watched = { api: httpApi.api, table, ingest, rollup, unattended, functions };
    const alarms = new Alarms(this, 'Alarms', { email: parameters.alarmEmail, ...watched });
    if (parameters.hasDashboard) new OverviewDashboard(this, 'Overview', { alarms, ...watched });
    new MonthlyBudget(this, 'Budget', { email: parameters.alarmEmail, limitUsd: parameters.monthlyBudgetUsd });

    const output = (name: string, value: string, description: string) =>
      new CfnOutput(this, name, { value, description });
    output(
      'PublicBaseUrl',
      httpApi.publicBaseUrl,
      'The URL HubSpot calls: permitted URL of the cards, target of the webhooks',
    );
    output('HubSpotSecretArn', secret.secretArn, 'Where the access token and the client secrets are kept');
    output('TableName', table.tableName, 'The one table');
    output('BackfillFunctionName', functions.backfill.functionName, 'Starts the first backfill');
    output('IngestDeadLetterUrl', ingest.deadLetters.queueUrl, 'Dead letters of ingest');
    output('RollupDeadLetterUrl', rollup.deadLetters.queueUrl, 'Dead letters of rollup');
    output('UnattendedDeadLetterUrl', unattended.queueUrl, 'Failed schedules and backfills');
    output('IngestQueueUrl', ingest.queue.queueUrl, 'Deals that wait to be read');
    output('RollupQueueUrl', rollup.queue.queueUrl, 'Shards that wait to be made again');
  }
}
