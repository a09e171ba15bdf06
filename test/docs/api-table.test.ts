import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiHost } from '../functions/api/api-host.ts';

const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8');
const REPORT = '/v1/pipelines/{pipelineId}/{report}';

/** Addresses of a row of the table; a row for all reports names them. */
function addressesOf(row: string): readonly string[] {
  const spans = [...row.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  const addresses = spans.filter((span) => /^(GET|POST|PUT|DELETE) \/v1\//.test(span));
  if (!addresses.some((address) => address.endsWith(REPORT))) return addresses;
  const names = spans.filter((span) => /^[a-z]+$/.test(span));
  return addresses.flatMap((address) => names.map((name) => address.replace('{report}', name)));
}

describe('the table of the API in the README', () => {
  it('has every address that is answered, and no other', () => {
    const described = readme
      .split('\n')
      .filter((line) => /^\| `(GET|POST|PUT|DELETE) /.test(line))
      .flatMap(addressesOf);
    const { api, reports } = apiHost().routes;
    const answered = [...api, ...reports].map(
      ({ operation: { method, path: address } }) => `${method.toUpperCase()} ${address}`,
    );

    expect(described.toSorted()).toEqual(answered.toSorted());
  });
});
