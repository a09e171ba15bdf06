import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import vitestConfig from '../../vitest.config.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
const pages = ['README.md', 'docs/install.md', 'docs/operations.md', 'docs/costs.md', 'docs/evaluation.md'];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');

  it('names only commands that exist', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);

    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''));
    const files = targets.filter((target) => target !== '' && !target.includes('://'));

    expect(files.filter((file) => !existsSync(path.resolve(root, path.dirname(page), file)))).toEqual([]);
  });
});

describe('the commands of package.json', () => {
  const words = Object.values(scripts).flatMap((script) => script.split(' '));

  it('run files that exist', () => {
    const files = words.filter((word) => /^[\w./-]+\.(?:ts|js)$/.test(word) && !word.endsWith('.test.ts'));

    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('name only kinds of tests that there are', () => {
    const kinds = vitestConfig.test?.projects?.map(
      (project) => z.object({ test: z.object({ name: z.string() }) }).parse(project).test.name,
    );
    const named = words.flatMap((word, place) => (word === '--project' ? [words[place + 1]] : []));

    expect(named).not.toEqual([]);
    expect(named.filter((name) => name === undefined || !kinds?.includes(name))).toEqual([]);
  });
});
