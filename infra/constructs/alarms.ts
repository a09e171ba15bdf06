import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { InsightsFunction } from './insights-function.ts';
import type { WorkQueue } from './work-queue.ts';

export interface AlarmsProps {
  readonly email: string;
  readonly api: HttpApi;
  readonly table: TableV2;
  readonly ingest: WorkQueue;
  readonly rollup: WorkQueue;
  readonly functions: Readonly<Record<string, InsightsFunction>>;
}

interface Rule {
  readonly id: string;
  readonly says: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly periods: number;
}

const FIVE_MINUTES = Duration.minutes(5);

/** Alarms that each mean one thing a person should act on; docs/operations.md says what to look at and what to do. */
export class Alarms extends Construct {
  readonly topic: Topic;
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true, displayName: 'Deal Stage Insights' });
    this.topic.addSubscription(new EmailSubscription(props.email));
    this.alarms = rules(props).map((rule) => this.alarm(rule));
  }

  private alarm(rule: Rule): Alarm {
    const alarm = new Alarm(this, rule.id, {
      metric: rule.metric,
      threshold: rule.threshold,
      evaluationPeriods: rule.periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${rule.says} See docs/operations.md#${rule.id.toLowerCase()}.`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

function rules(props: AlarmsProps): readonly Rule[] {
  const functions = Object.values(props.functions);
  const own = (metricName: string) =>
    new Metric({ namespace: 'DealStageInsights', metricName, statistic: 'Maximum', period: FIVE_MINUTES });
  return [
    {
      id: 'DeadLetters',
      says: 'Messages failed five times and wait in a dead-letter queue.',
      metric: sum(
        [props.ingest, props.rollup].map((queue) =>
          queue.deadLetters.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: 'Maximum' }),
        ),
      ),
      threshold: 1,
      periods: 1,
    },
    {
      id: 'IngestDelay',
      says: 'Changes have waited for more than ten minutes to be read from HubSpot.',
      metric: props.ingest.queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES }),
      threshold: 600,
      periods: 2,
    },
    {
      id: 'RollupDelay',
      says: 'Reports are more than ten minutes behind.',
      metric: props.rollup.queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES }),
      threshold: 600,
      periods: 2,
    },
    {
      id: 'ServerErrors',
      says: 'The API or the webhook answered 5xx.',
      metric: props.api.metricServerError({ period: FIVE_MINUTES, statistic: 'Sum' }),
      threshold: 5,
      periods: 1,
    },
    {
      id: 'FunctionErrors',
      says: 'Functions fail.',
      metric: sum(functions.map((each) => each.metricErrors({ period: FIVE_MINUTES }))),
      threshold: 10,
      periods: 2,
    },
    {
      id: 'FunctionThrottles',
      says: 'The account has too few concurrent Lambda executions.',
      metric: sum(functions.map((each) => each.metricThrottles({ period: FIVE_MINUTES }))),
      threshold: 10,
      periods: 2,
    },
    {
      id: 'TableThrottles',
      says: 'DynamoDB throttles: the table reached its request ceiling.',
      metric: props.table.metricThrottledRequestsForOperations({
        operations: [
          Operation.GET_ITEM,
          Operation.BATCH_GET_ITEM,
          Operation.QUERY,
          Operation.PUT_ITEM,
          Operation.BATCH_WRITE_ITEM,
        ],
        period: FIVE_MINUTES,
      }),
      threshold: 10,
      periods: 2,
    },
    {
      id: 'ReconcileMismatch',
      says: 'Reconcile found deals out of step that it could not repair.',
      metric: own('ReconcileMismatches'),
      threshold: 1,
      periods: 1,
    },
    {
      id: 'TokenRefused',
      says: "HubSpot refuses the app's token.",
      metric: own('HubSpotTokenRefused'),
      threshold: 1,
      periods: 1,
    },
  ];
}

function sum(metrics: readonly IMetric[]): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  return new MathExpression({
    expression: Object.keys(usingMetrics).join(' + '),
    usingMetrics,
    period: FIVE_MINUTES,
    label: 'sum',
  });
}
