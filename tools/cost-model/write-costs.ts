import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { costTables } from './cost-tables.ts';
import { measuredUnits } from './measured-units.ts';

// Writes the tables of docs/costs.md again from the measured units: `npm run costs`.
const root = path.resolve(import.meta.dirname, '../..');
const page = path.join(root, 'docs/costs.md');
const [START, END] = ['<!-- costs:start -->', '<!-- costs:end -->'];
const tables = costTables(measuredUnits(JSON.parse(readFileSync(path.join(root, 'bench/results.json'), 'utf8'))));
const text = readFileSync(page, 'utf8');
writeFileSync(
  page,
  `${text.slice(0, text.indexOf(START) + START.length)}\n${tables}\n${text.slice(text.indexOf(END))}`,
);
console.log(tables);
