import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import path from 'node:path';
import { acknowledgeFindings } from '../acknowledged-findings.ts';
import { DealStageInsightsStack } from '../deal-stage-insights-stack.ts';
import { parseStackParameters } from '../stack-parameters.ts';

const app = new App();
try {
  const parameters = parseStackParameters((name) => app.node.tryGetContext(name));
  const stack = new DealStageInsightsStack(app, 'DealStageInsights', {
    parameters,
    bundleFolder: path.join(import.meta.dirname, '../../dist/functions'),
    description: 'Deal Stage Insights: what happens to deals between their stages',
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  acknowledgeFindings(stack);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
