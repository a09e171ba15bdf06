import { describe, expect, it, onTestFinished } from 'vitest';
import { loadLog } from '../../../local/history-csv/load-log.ts';
import { inferStages, readStages } from '../../../local/history-csv/log-stages.ts';
import { portalSeedFromLog } from '../../../local/history-csv/portal-seed-from-log.ts';
import { ACCESS_TOKEN, openSimulator } from '../hubspot-simulator/small-portal.ts';
import { csvFile, HISTORY_HEADER } from './log-files.ts';

const history = (dealId: string, ...stages: readonly string[]) => ({
  dealId,
  transitions: stages.map((toStage, index) => ({
    at: index,
    fromStage: stages[index - 1] ?? null,
    toStage,
    resource: '',
  })),
});

describe('inferStages', () => {
  it('orders open stages as deals reach them, whatever their names', () => {
    const stages = inferStages([
      history('a', 'zebra', 'middle', 'apple', 'won'),
      history('b', 'zebra', 'apple', 'lost'),
    ]);

    expect(stages.map(({ stageId, role }) => `${stageId}:${role}`)).toEqual([
      'zebra:open',
      'middle:open',
      'apple:open',
      'won:won',
      'lost:lost',
    ]);
  });
});

describe('readStages', () => {
  it('takes names, roles and typed probabilities from the list', async () => {
    const file = csvFile(['[{"id":"a","label":"First"},{"id":"b"},{"id":"yes","role":"won"}]'], 'stages.json');

    expect(await readStages(file)).toEqual([
      { stageId: 'a', label: 'First', role: 'open', probability: null },
      { stageId: 'b', label: 'b', role: 'open', probability: null },
      { stageId: 'yes', label: 'yes', role: 'won', probability: 1 },
    ]);
  });

  it.each([
    ['no JSON', '[', 'stages.json is not JSON'],
    ['an unknown role', '[{"id":"a","role":"maybe"}]', 'stages.json: stage 0 role'],
    [
      'a stage listed twice',
      '[{"id":"a"},{"id":"a"},{"id":"w","role":"won"}]',
      'stages.json: stage "a" is listed twice',
    ],
    ['a list in which nothing is won', '[{"id":"a"},{"id":"won"}]', 'stages.json: no stage has the role "won"'],
    ['an unknown field', '[{"id":"a","name":"x"}]', 'stages.json: stage 0'],
  ])('refuses %s', async (_, text, fault) => {
    await expect(readStages(csvFile([text], 'stages.json'))).rejects.toThrow(fault);
  });
});

describe('a log as a portal', () => {
  it('has no typed probability of an open stage that nobody named', async () => {
    const seed = portalSeedFromLog(
      await loadLog({ history: csvFile([HISTORY_HEADER, 'a,0,2026-01-01T00:00:00Z,,new,7']) }),
    );
    const simulator = await openSimulator(seed);
    onTestFinished(() => simulator.close());

    const answer = await fetch(`${simulator.url}/crm/v3/pipelines/deals`, {
      headers: { authorization: `Bearer ${ACCESS_TOKEN}` },
    });

    expect(await answer.json()).toMatchObject({
      results: [
        {
          stages: [
            { id: 'new', metadata: expect.not.objectContaining({ probability: expect.anything() }) },
            { id: 'won', metadata: { isClosed: 'true', probability: '1.0' } },
            { id: 'lost', metadata: { isClosed: 'true', probability: '0.0' } },
          ],
        },
      ],
    });
  });

  it('refuses a file of deals that is of another log', async () => {
    const history = csvFile([HISTORY_HEADER, 'a,0,2026-01-01T00:00:00Z,,new,7']);
    const deals = csvFile(['deal_id,created_at', 'b,2026-01-01T00:00:00Z'], 'deals.csv');

    await expect(loadLog({ history, deals })).rejects.toThrow('deals.csv: none of its deals is in history.csv');
  });

  it('has each stage change as a revision, and results nowhere', async () => {
    const log = await loadLog({
      history: csvFile([HISTORY_HEADER, 'a,0,2026-01-01T00:00:00.010Z,,new,7', 'a,1,2026-01-02T00:00:00Z,new,won,7']),
      deals: csvFile(['deal_id,created_at,amount,owner,outcome', 'a,2026-01-01T00:00:00Z,10,ann,won'], 'deals.csv'),
    });
    const seed = portalSeedFromLog(log);
    const [deal] = [...seed.deals];

    expect(deal).toMatchObject({
      createdAt: Date.UTC(2026, 0, 1),
      properties: { dealstage: 'won', amount: '10', hubspot_owner_id: '1001' },
      histories: { dealstage: [{ value: 'new' }, { value: 'won', at: Date.UTC(2026, 0, 2) }] },
    });
    expect(seed.endsAt).toBe(Date.UTC(2026, 0, 2));
    expect(JSON.stringify(deal)).not.toContain('outcome');
  });
});
