import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFunctions, bundle, functionNames } from '../tools/build-functions.ts';
import { type Measurement, median } from './measurement.ts';

const BYTES_BUDGETS: Readonly<Record<string, number>> = { api: 600_000, webhook: 600_000 };
const IMPORT_RATIO_BUDGET = 1.4;
const PROCESSES = 11;

/** Bytes of each function's bundle, and how long a fresh process takes to import it, against the DynamoDB client alone. */
export async function measure(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-bundles-'));
  try {
    const bundles = await buildFunctions(functionNames(), folder);
    const bare = await bareClient(folder);
    const bareMs = importMs(bare);
    return bundles.flatMap(({ name, file, bytes }): Measurement[] => {
      const ms = importMs(file);
      const budget = BYTES_BUDGETS[name];
      return [
        {
          name: `bundle ${name}`,
          value: bytes,
          unit: 'bytes',
          budget: budget ?? null,
          against: 'minified, SDK inside',
        },
        {
          name: `import ${name}`,
          value: ms / bareMs,
          unit: 'ratio',
          budget: budget === undefined ? null : IMPORT_RATIO_BUDGET,
          against: `bare @aws-sdk/client-dynamodb in the same run (${ms.toFixed(0)} ms against ${bareMs.toFixed(0)} ms)`,
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The floor: a bundle that does nothing but hold the client that every function needs. */
async function bareClient(folder: string): Promise<string> {
  const entry = path.join(import.meta.dirname, 'floors/client-dynamodb.ts');
  const file = path.join(folder, 'bare.mjs');
  await bundle(entry, file);
  return file;
}

/** Median of fresh processes, the import alone. Configuration is handed over as AWS would do it. */
function importMs(file: string): number {
  const script = path.join(path.dirname(file), 'import.mjs');
  writeFileSync(
    script,
    `const from = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); process.stdout.write(String(performance.now() - from)); process.exit(0);`,
  );
  const env = { PATH: process.env['PATH'], ...FUNCTION_ENV };
  return median(
    Array.from({ length: PROCESSES }, () =>
      Number(execFileSync(process.execPath, [script], { env, encoding: 'utf8' })),
    ),
  );
}

const FUNCTION_ENV = {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  TABLE_NAME: 'deals',
  INGEST_QUEUE_URL: 'https://sqs.example.com/ingest',
  ROLLUP_QUEUE_URL: 'https://sqs.example.com/rollup',
  PUBLIC_BASE_URL: 'https://insights.example.com',
  PORTAL_ID: '1',
  APP_ID: '1',
  HUBSPOT_ACCESS_TOKEN: 'none',
  HUBSPOT_CLIENT_SECRET: 'none',
};
