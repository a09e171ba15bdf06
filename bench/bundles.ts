import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFunctions, bundle, functionNames } from '../tools/build-functions.ts';
import { type Measurement, median } from './measurement.ts';

const BYTES_BUDGETS: Readonly<Record<string, number>> = { api: 600_000, reports: 600_000, webhook: 600_000 };
const IMPORT_RATIO_BUDGET = 1.4;
const PROCESSES = 11;

/** Bytes of each function's bundle, and how long a fresh process takes to import it, against the DynamoDB client alone. */
export async function measure(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-bundles-'));
  try {
    const bundles = await buildFunctions(functionNames(), folder);
    const floors = await buildFloors(folder);
    const awaited = bundles.filter(({ name }) => name in BYTES_BUDGETS).map(({ file }) => file);
    const times = importTimes([floors.inOneFile.file, floors.inParts.file, ...awaited]);
    return bundles.flatMap(({ name, file, bytes }): Measurement[] => {
      const budget = BYTES_BUDGETS[name] ?? null;
      const size = { name: `bundle ${name}`, value: bytes, unit: 'bytes', budget, against: 'minified, all parts' };
      if (budget === null) return [size]; // Nobody waits for these to start.
      return [
        size,
        { name: `import ${name}`, budget: IMPORT_RATIO_BUDGET, ...ratio(times, file, floors.inOneFile) },
        { name: `import ${name}, strictly`, budget: null, ...ratio(times, file, floors.inParts) },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The floor: a bundle that does nothing but hold the client that every function needs. */
async function buildFloors(folder: string) {
  const entry = path.join(import.meta.dirname, 'floors/client-dynamodb.ts');
  const inOneFile = { file: path.join(folder, 'one/bare.mjs'), how: 'in one file, as is usual' };
  const inParts = { file: path.join(folder, 'parts/bare.mjs'), how: 'in parts, as our functions are' };
  await bundle(entry, inOneFile.file, { isSplit: false });
  await bundle(entry, inParts.file);
  return { inOneFile, inParts };
}

type Times = ReadonlyMap<string, readonly number[]>;

function ratio(times: Times, file: string, floor: { readonly file: string; readonly how: string }) {
  const [ms, floorMs] = [median(times.get(file) ?? []), median(times.get(floor.file) ?? [])];
  const against = `bare @aws-sdk/client-dynamodb ${floor.how} (CPU: ${ms.toFixed(0)} ms against ${floorMs.toFixed(0)} ms)`;
  return { value: ms / floorMs, unit: 'ratio', against };
}

/** Ms of CPU of each file's import, each in fresh processes, in turns: what else the machine does falls on all alike. */
function importTimes(files: readonly string[]): Times {
  const times = new Map(files.map((file): [string, number[]] => [file, []]));
  for (let round = 0; round < PROCESSES; round += 1) {
    for (const file of files) times.get(file)?.push(importMs(file));
  }
  return times;
}

/** The import alone, configuration handed over as AWS would do it. */
function importMs(file: string): number {
  const script = `const from = process.cpuUsage();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    const { user, system } = process.cpuUsage(from);
    process.stdout.write(String((user + system) / 1000));
    process.exit(0);`;
  const env = { PATH: process.env['PATH'], ...FUNCTION_ENV };
  const options = { env, encoding: 'utf8' } as const;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], options));
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
