// Prints the closing line of a test run, counted from vitest's JSON report. Skipped tests count as failures: they prove nothing.
import { readFileSync } from 'node:fs';

const path = process.argv[2] ?? 'dist/test-report.json';
const report: unknown = JSON.parse(readFileSync(path, 'utf8'));

const count = (name: string): number => {
  const value = typeof report === 'object' && report !== null && name in report ? Reflect.get(report, name) : undefined;
  if (typeof value !== 'number') throw new Error(`${path} has no number ${name}: is it vitest's JSON report?`);
  return value;
};

const skipped = count('numPendingTests') + count('numTodoTests');
// A file that did not even load has failed without a failed test in it.
const failed = Math.max(count('numFailedTests'), count('numFailedTestSuites') > 0 ? 1 : 0) + skipped;
if (skipped > 0) console.log(`${skipped} tests were NOT RUN and count as failed.`);
console.log(`${count('numPassedTests')} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
