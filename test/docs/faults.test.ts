import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/faults.md', 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| what fails |'));

describe('docs/faults.md', () => {
  it('names tests that exist', () => {
    const named = [...page.matchAll(/`(test\/[\w/.-]+\.test\.ts)`/g)].map(([, file = '']) => file);

    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('says of every fault what happens then, and shows a test for it', () => {
    expect(rows.length).toBeGreaterThan(18);
    for (const row of rows) {
      const [what = '', then = '', test = ''] = row.split('|').slice(1);
      expect([what.trim(), then.trim()], row).not.toContain('');
      expect(test, row).toMatch(/`test\/.+\.test\.ts`/);
    }
  });
});
