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
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { WorkQueue } from './work-queue.ts';

export interface AlarmsProps {
  readonly email: string;
  readonly api: HttpApi;
  readonly ingest: WorkQueue;
  readonly rollup: WorkQueue;
  /** Dead letters of functions that run on a schedule. */
  readonly unattended: IQueue;
}

interface Rule {
  readonly id: string;
  readonly says: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly periods: number;
}

const FIVE_MINUTES = Duration.minutes(5);

/**
 * Alarms that each mean one thing a person should act on; docs/operations.md says what to look at and what to do.
 * Nine alarm metrics in all: CloudWatch bills by metric, and ten are free. What fails in ingest, in rollup or on schedule
 * ends in dead letters, what fails in front of HubSpot is a 5xx: so functions need no error alarms of their own.
 */
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
  // Written on a fault only, so they cost nothing until then.
  const own = (metricName: string) =>
    new Metric({ namespace: 'DealStageInsights', metricName, statistic: 'Maximum', period: FIVE_MINUTES });
  return [
    {
      id: 'DeadLetters',
      says: 'Work failed repeatedly and waits in a dead-letter queue.',
      metric: sum(
        [props.ingest.deadLetters, props.rollup.deadLetters, props.unattended].map((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: 'Maximum' }),
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
      id: 'Throttles',
      says: 'Lambda turned executions away: the account allows too few at a time.',
      // Without dimensions: all functions of the account, one metric on the bill instead of seven. The limit is the account's too.
      metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum', period: FIVE_MINUTES }),
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
