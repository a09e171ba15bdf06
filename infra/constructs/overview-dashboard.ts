import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { InsightsFunction } from './insights-function.ts';
import type { WorkQueue } from './work-queue.ts';

export interface OverviewDashboardProps {
  readonly alarms: Alarms;
  readonly api: HttpApi;
  readonly table: TableV2;
  readonly ingest: WorkQueue;
  readonly rollup: WorkQueue;
  readonly functions: Readonly<Record<string, InsightsFunction>>;
}

/** One page, in the order of the data's way: what is wrong, requests, queues, functions, table. */
export class OverviewDashboard extends Construct {
  constructor(scope: Construct, id: string, { alarms, api, table, ingest, rollup, functions }: OverviewDashboardProps) {
    super(scope, id);
    const period = Duration.minutes(5);
    const each = Object.entries(functions);
    new Dashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(1),
      widgets: [
        [new AlarmStatusWidget({ title: 'What needs a person', alarms: [...alarms.alarms], width: 24 })],
        [
          new GraphWidget({
            title: 'Requests',
            left: [api.metricCount({ period })],
            right: [api.metricServerError({ period }), api.metricClientError({ period })],
            width: 12,
          }),
          new GraphWidget({
            title: 'Answer time, p95',
            left: [api.metricLatency({ period, statistic: 'p95' })],
            width: 12,
          }),
        ],
        [
          new GraphWidget({
            title: 'Waiting: messages and age of the oldest',
            left: [ingest, rollup].map((work) => work.queue.metricApproximateNumberOfMessagesVisible({ period })),
            right: [ingest, rollup].map((work) => work.queue.metricApproximateAgeOfOldestMessage({ period })),
            width: 12,
          }),
          new GraphWidget({
            title: 'Function errors',
            left: each.map(([label, fn]) => fn.metricErrors({ period, label })),
            width: 12,
          }),
        ],
        [
          new GraphWidget({
            title: 'Function time, p95',
            left: each.map(([label, fn]) => fn.metricDuration({ period, label, statistic: 'p95' })),
            width: 12,
          }),
          new GraphWidget({
            title: 'Table units',
            left: [
              table.metricConsumedReadCapacityUnits({ period }),
              table.metricConsumedWriteCapacityUnits({ period }),
            ],
            width: 12,
          }),
        ],
      ],
    });
  }
}
