import { describe, expect, it } from 'vitest';
import { exportToken, readExportToken } from '../../../functions/api/export-token.ts';
import { SERVED_REPORTS } from '../../../functions/rollup/served-reports.ts';
import { NO_FILTERS } from '../../../functions/rollup/report-question.ts';
import { BASE_URL, SECRET } from './api-host.ts';
import { filledReports } from './filled-reports.ts';

const PERIOD = 'from=2026-01-01&to=2026-04-01';

/** What RFC 4180 says, as a reader would write it: rows of texts. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const text = csv.replace(/^\uFEFF/, '');
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** Every number of an answer, by its path. */
function numbersOf(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersOf(inner, path === '' ? name : `${path}.${name}`));
}

async function exports() {
  const filled = await filledReports();
  const { host, get, stores } = filled;
  const links = async (report: string, query = PERIOD) => (await get(`sales/export/${report}?${query}`, 'POST')).json;
  const open = async (url: string) => {
    const response = await host.app.request(url.replace(BASE_URL, 'https://gateway.internal'));
    return {
      status: response.status,
      text: Buffer.from(await response.arrayBuffer()).toString(),
      headers: response.headers,
    };
  };
  return { ...filled, links, open, clock: stores.clock };
}

describe('the export of a report', () => {
  it('holds the numbers of the API to the last digit, every one of every table (law L6)', async () => {
    const { get, links, open } = await exports();
    let compared = 0;

    for (const report of SERVED_REPORTS) {
      const { json } = await get(`sales/${report}?${PERIOD}`);
      for (const { table, url } of (await links(report)).tables) {
        const [columns = [], ...rows] = rowsOf((await open(url)).text);
        const isOnce = !Array.isArray(json[table]);
        const expected = isOnce ? [json] : json[table];
        expect(rows).toHaveLength(expected.length);
        for (const [place, row] of rows.entries()) {
          const shown = numbersOf(expected[place]).filter(([path]) => !isOnce || columns.includes(path));
          for (const [path, number] of shown) expect(Number(row[columns.indexOf(path)])).toBe(number);
          compared += shown.length;
        }
      }
    }

    expect(compared).toBeGreaterThan(500);
  });

  it('holds every list of a report, whatever its name', async () => {
    const { get, links } = await exports();

    for (const report of SERVED_REPORTS) {
      const { json } = await get(`sales/${report}?${PERIOD}`);
      const lists = Object.keys(json).filter((name) => Array.isArray(json[name]) && typeof json[name][0] !== 'string');
      const tables = (await links(report)).tables.map(({ table }: { table: string }) => table);
      expect([report, tables.toSorted()]).toEqual([
        report,
        [...lists, lists.includes('figures') ? 'report' : 'figures'].toSorted(),
      ]);
    }
  });

  it('quotes what needs it, and lets no text be a formula', async () => {
    const { links, open } = await exports();
    const { tables } = await links('transitions');
    const { url } = tables.find(({ table }: { table: string }) => table === 'lossesByReason');

    const { text, headers } = await open(url);

    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('transitions-lossesByReason.csv');
    expect(text).toContain(`"'-price; ""budget"", other"`);
    expect(text.startsWith('\uFEFFreason,')).toBe(true);
  });

  it('is open for a minute, and not a moment longer', async () => {
    const { links, open, clock } = await exports();
    const { tables, expiresAt } = await links('flow');
    const [{ url }] = tables;

    expect(expiresAt).toBe(clock.now() + 60_000);
    clock.set(expiresAt - 1);
    expect((await open(url)).status).toBe(200);
    clock.set(expiresAt);
    expect((await open(url)).status).toBe(401);
  });

  it('refuses a link that was changed in any place, and one for another report', async () => {
    const { links, open } = await exports();
    const [{ url }] = (await links('flow')).tables;
    const token = url.slice(`${BASE_URL}/v1/exports/`.length);
    const [content = '', signature = ''] = token.split('.');
    const grant = JSON.parse(Buffer.from(content, 'base64url').toString());
    const other = Buffer.from(JSON.stringify({ ...grant, report: 'velocity' })).toString('base64url');
    const forged = [
      `${other}.${signature}`,
      exportToken(grant, 'another-secret'),
      exportToken({ ...grant, portalId: '999' }, SECRET),
      content,
      `${token}.x`,
      `${content}.${signature.slice(0, -2)}`,
      `${content}.`,
      'nothing',
    ];

    for (const each of forged)
      expect([each, (await open(`${BASE_URL}/v1/exports/${each}`)).status]).toEqual([each, 401]);
    expect((await open(url)).status).toBe(200);
  });

  it('keeps a link of before the secret was rotated, and lets nobody sign with an empty one', () => {
    const grant = {
      portalId: '1',
      caller: { userId: '2', userEmail: 'boss@example.com' },
      pipelineId: 'sales',
      report: 'flow' as const,
      table: 'stages',
      filters: NO_FILTERS,
      expiresAt: 1,
    };

    expect(readExportToken(exportToken(grant, 'old'), ['new', 'old'])).toEqual(grant);
    expect(readExportToken(exportToken(grant, ''), ['', 'new'])).toBeNull();
  });

  it('gives reps no link, nor one that singles out people', async () => {
    const { asRep, get } = await exports();

    expect((await asRep(`sales/export/flow?${PERIOD}`, 'POST')).status).toBe(403);
    expect((await get('sales/export/flow?owner=7', 'POST')).status).toBe(403);
    expect((await get('sales/export/nothing', 'POST')).status).toBe(400);
  });
});
