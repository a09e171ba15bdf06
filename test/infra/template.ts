import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DealStageInsightsStack } from '../../infra/deal-stage-insights-stack.ts';
import type { StackParameters } from '../../infra/stack-parameters.ts';

const defaults: StackParameters = {
  portalId: '62515',
  appId: '54321',
  adminEmails: ['admin@example.com'],
  alarmEmail: 'admin@example.com',
  monthlyBudgetUsd: 10,
  logRetentionDays: 30,
  reconcileMinutes: 15,
  customDomain: null,
};

/** The stack without its bundles: what template tests look at. */
export function synthesised(parameters: Partial<StackParameters> = {}): Template {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(
    new DealStageInsightsStack(app, 'DealStageInsights', { parameters: { ...defaults, ...parameters } }),
  );
}
