import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hubspotClient } from './hubspot-client.ts';
import { aPortal, aSeedDeal, openSimulator } from './small-portal.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'simulator-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const open = () => openSimulator(aPortal([aSeedDeal('1'), aSeedDeal('2'), aSeedDeal('3')]), { dataDir });
async function stateOf() {
  const simulator = await open();
  const { basic } = hubspotClient(simulator.url);
  const live = await basic.getPage(50, undefined, ['dealname'], ['dealstage', 'amount']);
  const archived = await basic.getPage(50, undefined, ['dealname'], ['dealstage'], undefined, true);
  await simulator.close();
  return { live, archived };
}

describe('a second start', () => {
  it('finds every change of the first', async () => {
    const first = await open();
    first.desk.update('1', { dealstage: 'won', amount: '9' });
    first.desk.archive('2');
    first.desk.create({ dealstage: 'new', dealname: 'Made here' });
    first.desk.createTask({ hs_timestamp: '0', hs_task_subject: 'x' }, ['1']);
    first.desk.merge('1', '3');
    await first.close();

    const { live, archived } = await stateOf();

    expect(live.results.map(({ id, properties }) => [id, properties['dealname']])).toEqual([
      ['1', 'Deal 1'],
      ['4', 'Made here'],
    ]);
    expect(live.results[0]?.propertiesWithHistory?.['dealstage']?.[0]?.value).toBe('won');
    expect(archived.results.map(({ id }) => id)).toEqual(['2']);
  });

  it('survives a line that a kill cut off, and goes on behind it', async () => {
    const first = await open();
    first.desk.update('1', { amount: '9' });
    await first.close();
    appendFileSync(join(dataDir, 'changes.ndjson'), '{"kind":"update","at":17');

    const second = await open();
    second.desk.update('2', { amount: '8' });
    await second.close();

    const { live } = await stateOf();
    expect(live.results.map(({ propertiesWithHistory }) => propertiesWithHistory?.['amount']?.[0]?.value)).toEqual([
      '9',
      '8',
      '300',
    ]);
  });

  it('names the file and line that cannot be read, and the way out', async () => {
    appendFileSync(join(dataDir, 'changes.ndjson'), 'not json\n');

    await expect(open()).rejects.toThrow(/changes\.ndjson:1 .*--fresh/);
  });
});
