// Writes what this version of the code leaves in the table of a tiny account, and what its API answers: later versions are
// tested to start over it. Run it once with each version that is released: `npx -c 'node tools/record-state.ts'`.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { MODEL_VERSION } from '@deal-stage-insights/shared';
import { dynamoDealStore } from '../functions/adapters/dynamodb/deal-store.ts';
import { openTable } from '../functions/adapters/dynamodb/table.ts';
import { CODE_VERSION } from '../functions/code-version.ts';
import type { Simulator } from '../local/hubspot-simulator/options.ts';
import { type Runtime, startRuntime } from '../local/runtime/start-runtime.ts';
import { type Installation, TABLE_NAME } from '../local/runtime/variables.ts';
import { BLOCK_FORMAT } from '../shared/src/history/block-format/encode-visit-block.ts';
import { RECORD_FORMAT } from '../shared/src/history/encode-deal-record.ts';
import { ACCESS_TOKEN, GENEROUS, openSimulator, START } from '../test/local/hubspot-simulator/small-portal.ts';
import { signedGet } from '../test/local/runtime/signed-get.ts';
import { recordedPortal } from '../test/upgrade/support/recorded-portal.ts';
import { RECORDED_FOLDER, writeState } from '../test/upgrade/support/recorded-state.ts';

/** One card of each kind of answer: open with figures, gone back, merged, won, moved. */
const CARDS = ['21', '23', '24', '1', '27'];
const PIPELINES = ['sales', 'renewals'];

const clock = runningClock();
const seed = recordedPortal();
const simulator = await openSimulator(seed, { clock, limits: GENEROUS });
const installation: Installation = {
  hubspotUrl: simulator.url,
  accessToken: ACCESS_TOKEN,
  clientSecret: 'client-secret',
  publicBaseUrl: 'https://insights.example.com',
  portalId: seed.portalId,
  appId: '77',
  adminEmails: ['ann@example.com'],
  logLevel: 'SILENT',
};
const failures: unknown[] = [];
const onFailure = (error: unknown): void => void failures.push(error);
const runtime = await startRuntime({ installation, clock, dataDir: null, rollupWindowMs: 0, onFailure });
try {
  await live(simulator, runtime);
  if (failures.length > 0) throw new AggregateError(failures, 'The state was not recorded.');
  await writeFile(path.join(RECORDED_FOLDER, `state-${CODE_VERSION}.json`), writeState(await wholeTable()));
  const answers = await answersOf('/v1/deals/', CARDS, '/insights');
  await writeFile(path.join(RECORDED_FOLDER, `deal-insights-${CODE_VERSION}.json`), lines(answers));
  const reports = await answersOf('/v1/pipelines/', PIPELINES, '/stages');
  await writeFile(path.join(RECORDED_FOLDER, `stages-${CODE_VERSION}.json`), lines(reports));
} finally {
  await runtime.close();
  await simulator.close();
}

/** Runs on from the history's end, because reads are paced by it, and can be put forward. */
function runningClock() {
  const startedAt = performance.now();
  let ahead = 0;
  return {
    now: () => Math.floor(START + performance.now() - startedAt) + ahead,
    forward: (ms: number) => void (ahead += ms),
  };
}

/** A first load, a day of changes of every kind, and the night after it. */
async function live(hubspot: Simulator, backend: Runtime): Promise<void> {
  const { desk } = hubspot;
  hubspot.sendWebhooksTo({
    publicUrl: `${installation.publicBaseUrl}/webhooks/hubspot`,
    deliverTo: `${backend.url}/webhooks/hubspot`,
    clientSecret: installation.clientSecret,
    propertyNames: ['dealstage', 'amount'],
  });
  await backend.load();
  await backend.settled();
  clock.forward(3_600_000);
  desk.update('22', { dealstage: 'offer', amount: '77.5' }, 'CRM_UI');
  desk.update('27', { pipeline: 'renewals', dealstage: 'due' }, 'CRM_UI');
  desk.archive('26');
  desk.merge('24', '25');
  await hubspot.webhooksSent();
  await backend.settled();
  const erased = { kind: 'erased', dealId: '99' } as const;
  const table = openTable({ name: TABLE_NAME, portalId: seed.portalId, clock });
  await dynamoDealStore(table).storeDeal(erased, 0);
  clock.forward(24 * 3_600_000);
  await backend.nightly();
  await backend.settled();
}

async function wholeTable() {
  const { Items = [], LastEvaluatedKey } = await new DynamoDBClient().send(new ScanCommand({ TableName: TABLE_NAME }));
  if (LastEvaluatedKey !== undefined) throw new Error('This state is too large to be recorded.');
  const keyOf = ({ pk, sk }: (typeof Items)[number]): string => `${pk?.S ?? ''} ${sk?.S ?? ''}`;
  const items = Items.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const formats = { recordFormat: RECORD_FORMAT, blockFormat: BLOCK_FORMAT };
  const versions = { codeVersion: CODE_VERSION, modelVersion: MODEL_VERSION, ...formats };
  console.log(`${items.length} items of version ${CODE_VERSION}`);
  return { ...versions, portalId: seed.portalId, at: clock.now(), items };
}

async function answersOf(before: string, ids: readonly string[], after: string): Promise<Record<string, unknown>> {
  const asked = { backendUrl: runtime.url, installation, now: clock.now() };
  const entries = ids.map(async (id) => {
    const answer = await signedGet(asked, before + id + after);
    if (answer.status !== 200) throw new Error(`${before}${id}${after} answered ${answer.status}.`);
    return [id, await answer.json()] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** One answer a line. */
function lines(answers: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(answers).map(([id, answer]) => `${JSON.stringify(id)}:${JSON.stringify(answer)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}
