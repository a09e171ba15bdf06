import type { FunctionName } from './constructs/insights-function.ts';

type Resource = 'table' | 'ingest' | 'rollup' | 'secret';

/** Actions on one resource. What SQS event sources need is added by the event source itself. */
interface Grant {
  readonly on: Resource;
  readonly actions: readonly string[];
}

const readItems: Grant = { on: 'table', actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] };
const writeItems: Grant = {
  on: 'table',
  actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
};
const deleteItems: Grant = { on: 'table', actions: ['dynamodb:DeleteItem'] };
const scanItems: Grant = { on: 'table', actions: ['dynamodb:Scan'] }; // To erase a whole account.
const readSecret: Grant = { on: 'secret', actions: ['secretsmanager:GetSecretValue'] };
const sendIngest: Grant = { on: 'ingest', actions: ['sqs:SendMessage'] };
const sendRollup: Grant = { on: 'rollup', actions: ['sqs:SendMessage'] };

/** Who may do what: everything else is denied. */
export const PERMISSIONS: Readonly<Record<FunctionName, readonly Grant[]>> = {
  api: [readItems, writeItems, deleteItems, sendIngest, sendRollup, readSecret],
  reports: [readItems, readSecret],
  webhook: [sendIngest, readSecret],
  ingest: [readItems, writeItems, sendRollup, readSecret],
  backfill: [readItems, writeItems, sendIngest, sendRollup, readSecret],
  reconcile: [readItems, writeItems, deleteItems, scanItems, sendIngest, sendRollup, readSecret],
  rollup: [readItems, writeItems],
  nightly: [readItems, writeItems, sendRollup],
};
