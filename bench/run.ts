import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import type { Measurement } from './measurement.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const RESULTS = path.join(import.meta.dirname, 'results.json');
const README = path.join(ROOT, 'README.md');
const NO_BENCH = new Set(['run', 'measure-one', 'measurement']);
const [START, END] = ['<!-- bench:start -->', '<!-- bench:end -->'];

interface Results {
  readonly machine: string;
  readonly day: string;
  readonly measurements: readonly Measurement[];
}

/** Runs every bench module (or those named on the command line), writes results.json and the README's table. */
function run(names: readonly string[]): void {
  const measurements: Measurement[] = [];
  for (const file of globSync('*.ts', { cwd: import.meta.dirname }).toSorted()) {
    const name = path.basename(file, '.ts');
    if (NO_BENCH.has(name) || (names.length > 0 && !names.includes(name))) continue;
    console.log(`${name} …`);
    for (const measurement of measured(name)) {
      console.log(`  ${line(measurement)}`);
      measurements.push(measurement);
    }
  }
  if (names.length > 0) return;
  const results = { machine: machine(), day: new Date().toISOString().slice(0, 10), measurements };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  writeTable(results);
  if (measurements.some(isOver)) process.exitCode = 1;
}

/** Each in a process of its own, as a function has one: what another bench leaves in memory would slow it down. */
function measured(name: string): readonly Measurement[] {
  const script = path.join(import.meta.dirname, 'measure-one.ts');
  return JSON.parse(execFileSync(process.execPath, [script, name], { encoding: 'utf8' })); // What fails is shown: stderr is inherited.
}

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`;

const isOver = ({ value, budget }: Measurement): boolean => budget !== null && value > budget;

const line = (each: Measurement): string =>
  `${each.name}: ${figure(each.value)} ${each.unit}${isOver(each) ? '  OVER BUDGET' : ''} (${each.against})`;

const figure = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });

/** Replaces what stands between the README's markers; without markers the README is left as it is, and that is said. */
function writeTable({ machine: on, day, measurements }: Results): void {
  const readme = readFileSync(README, 'utf8');
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) {
    console.error(`README.md has no ${START} … ${END}: the table was not written.`);
    process.exitCode = 1;
    return;
  }
  const rows = measurements.map((each) => {
    const budget = each.budget === null ? '' : `≤ ${figure(each.budget)}`;
    return `| ${each.name} | ${figure(each.value)} ${each.unit} | ${budget} | ${each.against} |`;
  });
  const table = ['| what | measured | budget | against |', '|---|---|---|---|', ...rows].join('\n');
  const text = `${START}\n${table}\n\nMeasured on ${day}: ${on}.\n`;
  writeFileSync(README, readme.slice(0, start) + text + readme.slice(end));
}

run(process.argv.slice(2));
