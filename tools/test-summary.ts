// Prints the closing line of a test run, counted from vitest's JSON reports. Skipped tests count as failures: they prove nothing.
import { readFileSync } from 'node:fs';

const total = { passed: 0, failed: 0 };
for (const file of process.argv.slice(2)) {
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const count = (name: string): number => {
    const value =
      typeof report === 'object' && report !== null && name in report ? Reflect.get(report, name) : undefined;
    if (typeof value !== 'number') throw new Error(`${file} has no number ${name}: is it vitest's JSON report?`);
    return value;
  };
  const skipped = count('numPendingTests') + count('numTodoTests');
  if (skipped > 0) console.log(`${skipped} tests of ${file} were NOT RUN and count as failed.`);
  // A file that did not even load has failed without a failed test in it.
  total.failed += Math.max(count('numFailedTests'), count('numFailedTestSuites') > 0 ? 1 : 0) + skipped;
  total.passed += count('numPassedTests');
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
