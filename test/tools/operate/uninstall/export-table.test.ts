import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportTable } from '../../../../tools/operate/uninstall/export-table.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-'));
  file = path.join(folder, 'export.jsonl.gz');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* pagesOf(...pages: readonly (readonly Record<string, AttributeValue>[])[]) {
  yield* pages;
}
const write = (...pages: readonly (readonly Record<string, AttributeValue>[])[]) =>
  exportTable({ file, pages: pagesOf(...pages), onItems: () => {} });

describe('exportTable', () => {
  it("writes DynamoDB's own JSON, one item a line, binary in base64", async () => {
    const item = { pk: { S: 'a\nb' }, n: { N: '1' }, block: { B: new Uint8Array([0, 1, 254, 255]) } };
    await write([item], [{ pk: { S: 'c' } }]);

    const text = gunzipSync(readFileSync(file)).toString('utf8');
    expect(text).toBe(
      '{"Item":{"pk":{"S":"a\\nb"},"n":{"N":"1"},"block":{"B":"AAH+/w=="}}}\n{"Item":{"pk":{"S":"c"}}}\n',
    );
  });

  it('answers the number of items, none for an empty table, and tells how far it is', async () => {
    const seen: number[] = [];
    const items = Array.from({ length: 1500 }, (_, index) => ({ pk: { S: String(index) } }));
    const count = await exportTable({
      file,
      pages: pagesOf(items.slice(0, 1000), [], items.slice(1000)),
      onItems: (done) => seen.push(done),
    });

    expect(count).toBe(1500);
    expect(seen).toEqual([1000, 1000, 1500]);
    file += '.empty';
    expect(await write()).toBe(0);
  });

  it('never writes over an earlier export', async () => {
    writeFileSync(file, 'earlier');

    await expect(write([{ pk: { S: 'a' } }])).rejects.toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe('earlier');
  });

  it('makes a file that only its owner reads', async () => {
    await write();

    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
