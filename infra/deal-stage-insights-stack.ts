import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { Alarms } from './constructs/alarms.ts';
import { InsightsFunction, type FunctionName } from './constructs/insights-function.ts';
import { InsightsHttpApi } from './constructs/insights-http-api.ts';
import { InsightsTable } from './constructs/insights-table.ts';
import { MonthlyBudget } from './constructs/monthly-budget.ts';
import { OverviewDashboard } from './constructs/overview-dashboard.ts';
import { deadLetterQueue, WorkQueue } from './constructs/work-queue.ts';
import { PERMISSIONS } from './permissions.ts';
import type { StackParameters } from './stack-parameters.ts';

/** Everything an installation is made of, for one HubSpot account. */
export class DealStageInsightsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly parameters: StackParameters }) {
    super(scope, id, props);
    const { parameters } = props;
    Tags.of(this).add('app', this.stackName);

    const table = new InsightsTable(this, 'Table');
    const ingest = new WorkQueue(this, 'Ingest', { consumerTimeout: Duration.seconds(60) });
    const rollup = new WorkQueue(this, 'Rollup', { consumerTimeout: Duration.minutes(5) });
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
    };
    const resources = {
      table: table.tableArn,
      ingest: ingest.queue.queueArn,
      rollup: rollup.queue.queueArn,
      secret: secret.secretArn,
    };
    const make = (name: FunctionName): InsightsFunction => {
      const made = new InsightsFunction(this, name.charAt(0).toUpperCase() + name.slice(1), {
        name,
        environment,
        logRetentionDays: parameters.logRetentionDays,
      });
      for (const { actions, on } of PERMISSIONS[name])
        made.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [resources[on]] }));
      return made;
    };
    const functions = {
      api: make('api'),
      webhook: make('webhook'),
      ingest: make('ingest'),
      backfill: make('backfill'),
      reconcile: make('reconcile'),
      rollup: make('rollup'),
      nightly: make('nightly'),
    };

    httpApi.route('/webhooks/hubspot', [HttpMethod.POST], functions.webhook);
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

    const scheduleDeadLetters = deadLetterQueue(this, 'ScheduleDeadLetters');
    this.every(
      'ReconcileSchedule',
      functions.reconcile,
      ScheduleExpression.rate(Duration.minutes(parameters.reconcileMinutes)),
      scheduleDeadLetters,
    );
    // Hourly: the function itself knows when it is midnight in the portal's time zone.
    this.every('NightlySchedule', functions.nightly, ScheduleExpression.rate(Duration.hours(1)), scheduleDeadLetters);

    const watched = { api: httpApi.api, table, ingest, rollup, scheduleDeadLetters, functions };
    const alarms = new Alarms(this, 'Alarms', { email: parameters.alarmEmail, ...watched });
    new OverviewDashboard(this, 'Overview', { alarms, ...watched });
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
  }

  private every(id: string, target: InsightsFunction, schedule: ScheduleExpression, deadLetterQueue: Queue): void {
    new Schedule(this, id, {
      schedule,
      target: new LambdaInvoke(target, { retryAttempts: 2, maxEventAge: Duration.minutes(10), deadLetterQueue }),
    });
  }
}
