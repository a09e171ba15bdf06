import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyParts, keysOf } from '../../functions/adapters/dynamodb/keys.ts';

const page = readFileSync('docs/security.md', 'utf8');
const [threats = '', stored = ''] = page.split('## What is stored where');

/** The kind of each partition that a key builder makes, whatever it is built from. */
const kindsOfKeys = new Set(
  Object.entries(keysOf('1')).flatMap(([name, made]) => {
    const key: unknown = typeof made === 'function' ? Reflect.apply(made, undefined, ['1', '1', '1']) : made;
    const pk = typeof key === 'string' ? key : String(Reflect.get(Object(key), 'pk'));
    return name === 'account' ? [] : [keyParts({ pk, sk: '' })[1] ?? ''];
  }),
);

const rows = [...stored.matchAll(/^\| `([\w-]+)` \|(.+)\|$/gm)].map(([, kind = '', cells = '']) => ({
  kind,
  cells: cells.split('|').map((cell) => cell.trim()),
}));

describe('docs/security.md', () => {
  it('has a row for every kind of item in the table, and for none that there is not', () => {
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual([...kindsOfKeys].toSorted());
  });

  it('says of each kind what it holds, how long it is kept, and what each erasure makes of it', () => {
    for (const { kind, cells } of rows) {
      expect(cells, kind).toHaveLength(6);
      expect(
        cells.filter((cell) => cell === ''),
        kind,
      ).toEqual([]);
    }
  });

  it('names tests that exist', () => {
    const named = [...threats.matchAll(/`(test\/[\w/.-]+\.test\.ts)`/g)].map(([, file = '']) => file);

    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('shows a test for every threat', () => {
    const lines = threats.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| who |'));

    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => !line.includes('.test.ts`'))).toEqual([]);
  });
});
