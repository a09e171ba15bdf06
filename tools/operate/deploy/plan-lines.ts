import * as z from 'zod';

const templateSchema = z.object({ Resources: z.record(z.string(), z.object({ Type: z.string() })) });

/** Kinds of resources in plain words, one and several, in the order an admin would ask for them. */
const WORDS: readonly (readonly [type: string, one: string, several: string])[] = [
  ['AWS::DynamoDB::GlobalTable', 'DynamoDB table, billed by request, kept when the stack goes', 'DynamoDB tables'],
  ['AWS::Lambda::Function', 'Lambda function', 'Lambda functions'],
  ['AWS::ApiGatewayV2::Api', 'HTTP API that HubSpot calls', 'HTTP APIs'],
  ['AWS::SQS::Queue', 'SQS queue', 'SQS queues, dead-letter queues included'],
  ['AWS::SecretsManager::Secret', "secret for HubSpot's token and client secret", 'secrets'],
  ['AWS::Scheduler::Schedule', 'schedule', 'schedules'],
  ['AWS::CloudWatch::Alarm', 'alarm', 'alarms'],
  ['AWS::CloudWatch::Dashboard', 'dashboard', 'dashboards'],
  ['AWS::SNS::Topic', 'topic that sends alarms by e-mail', 'topics for alarms'],
  ['AWS::Budgets::Budget', 'monthly budget', 'budgets'],
  ['AWS::Logs::LogGroup', 'log group', 'log groups'],
  ['AWS::IAM::Role', 'role', 'roles, each with the least it needs'],
];

/** What a template makes, counted by kind; what no admin would ask for is counted together. */
export function planLines(template: unknown): readonly string[] {
  const types = Object.values(templateSchema.parse(template).Resources).map(({ Type }) => Type);
  const countOf = (type: string): number => types.filter((other) => other === type).length;
  const lines = WORDS.flatMap(([type, one, several]) => {
    const count = countOf(type);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  });
  const named = new Set(WORDS.map(([type]) => type));
  const others = types.filter((type) => !named.has(type)).length;
  return others === 0 ? lines : [...lines, `${others} smaller parts that join these (policies, routes, subscriptions)`];
}
