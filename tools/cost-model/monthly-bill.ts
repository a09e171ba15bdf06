import { ASSUMPTIONS } from './assumptions.ts';
import type { MonthlyUsage } from './monthly-usage.ts';
import { ALLOWANCES, PRICES } from './prices.ts';

export interface BillLine {
  readonly what: string;
  readonly usd: number;
}

export interface BillOptions {
  /** AWS's standing free allowances, which one account's applications share. */
  readonly withAllowances: boolean;
  /** The stack's CloudWatch dashboard, which a parameter leaves out. */
  readonly withDashboard: boolean;
}

/** The lines of a monthly bill. */
export function monthlyBill(usage: MonthlyUsage, { withAllowances, withDashboard }: BillOptions): readonly BillLine[] {
  const beyond = (used: number, free: number): number => (withAllowances ? Math.max(0, used - free) : used);
  const millions = (count: number): number => count / 1e6;
  const { dynamodb, lambda, httpApi, sqs, scheduler, secrets, cloudwatch } = PRICES;
  return [
    {
      what: 'DynamoDB requests',
      usd:
        millions(usage.tableReads) * dynamodb.perMillionReads + millions(usage.tableWrites) * dynamodb.perMillionWrites,
    },
    {
      what: 'DynamoDB storage and recovery',
      usd:
        beyond(usage.storedGb, ALLOWANCES.dynamodbGbStored) * dynamodb.perGbStored +
        usage.storedGb * dynamodb.perGbRecoverable,
    },
    {
      what: 'Lambda',
      usd:
        millions(beyond(usage.lambdaRequests, ALLOWANCES.lambdaRequests)) * lambda.perMillionRequests +
        beyond(usage.lambdaGbSeconds, ALLOWANCES.lambdaGbSeconds) * lambda.perGbSecondArm,
    },
    { what: 'HTTP API', usd: millions(usage.httpRequests) * httpApi.perMillionRequests },
    {
      what: 'SQS, mostly idle polling',
      usd: millions(beyond(usage.sqsRequests, ALLOWANCES.sqsRequests)) * sqs.perMillionRequests,
    },
    {
      what: 'Schedules',
      usd: millions(beyond(usage.schedulerRuns, ALLOWANCES.schedulerRuns)) * scheduler.perMillionRuns,
    },
    { what: 'Secret', usd: secrets.perSecret + millions(usage.secretReads) * secrets.perMillionReads },
    {
      what: 'Alarms, dashboard, logs',
      usd:
        beyond(ASSUMPTIONS.alarmMetrics, ALLOWANCES.alarmMetrics) * cloudwatch.perAlarmMetric +
        beyond(withDashboard ? 1 : 0, ALLOWANCES.dashboards) * cloudwatch.perDashboard +
        beyond(usage.logsGb, ALLOWANCES.logsGb) * cloudwatch.perGbLogs,
    },
  ];
}

export const total = (lines: readonly BillLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);
