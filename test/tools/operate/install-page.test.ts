import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

const pages = [
  'README.md',
  ...readdirSync(path.join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const commandsIn = (page: string): readonly string[] => [
  ...new Set([...read(page).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name)),
];

describe('the pages for people', () => {
  it.each(pages)('%s names only npm commands that exist', (page) => {
    expect(commandsIn(page).filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('tell an admin to deploy, look, try again and leave', () => {
    expect(commandsIn('docs/install.md')).toEqual(expect.arrayContaining(['deploy', 'doctor', 'redrive', 'uninstall']));
  });

  it('show and link only files that are there', () => {
    const links = [...read('docs/install.md').matchAll(/\]\(([^)#:]+)/g)].map(([, link = '']) => link);

    expect(links).not.toEqual([]);
    expect(links.filter((link) => !existsSync(path.join(root, 'docs', link)))).toEqual([]);
  });
});
