import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
  takesWebhookV1: false,
  hasDashboard: true,
  customDomain: null,
};

/** Bundles of no content: a template names its code by digest, and nothing here runs it. */
function emptyBundles(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundles-'));
  for (const name of ['api', 'reports', 'webhook', 'ingest', 'backfill', 'reconcile', 'rollup', 'nightly']) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, 'handler.mjs'), '');
  }
  return folder;
}

export function synthesised(parameters: Partial<StackParameters> = {}): Template {
  const stack = new DealStageInsightsStack(new App(), 'DealStageInsights', {
    parameters: { ...defaults, ...parameters },
    bundleFolder: emptyBundles(),
  });
  return Template.fromStack(stack);
}
