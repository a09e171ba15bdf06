/** On-demand prices in US dollars. One place to update: check them on AWS's pricing pages before a decision that matters. */
export const PRICES = {
  region: 'us-east-1',
  asOfDay: '2026-11-24',
  dynamodb: { perMillionReads: 0.125, perMillionWrites: 0.625, perGbStored: 0.25, perGbRecoverable: 0.2 },
  lambda: { perMillionRequests: 0.2, perGbSecondArm: 0.0000133334 },
  httpApi: { perMillionRequests: 1 },
  sqs: { perMillionRequests: 0.4 },
  scheduler: { perMillionRuns: 1 },
  secrets: { perSecret: 0.4, perMillionReads: 5 },
  cloudwatch: { perAlarmMetric: 0.1, perDashboard: 3, perGbLogs: 0.5 },
} as const;

/** What AWS gives every account each month without an end date. */
export const ALLOWANCES = {
  dynamodbGbStored: 25,
  lambdaRequests: 1_000_000,
  lambdaGbSeconds: 400_000,
  sqsRequests: 1_000_000,
  schedulerRuns: 14_000_000,
  alarmMetrics: 10,
  dashboards: 3,
  logsGb: 5,
} as const;
