import { describe, expect, it } from 'vitest';
import { readActivities } from '../../../local/history-csv/read-activities.ts';
import { readDeals } from '../../../local/history-csv/read-deals.ts';
import { csvFile } from './log-files.ts';

describe('readDeals', () => {
  it('keeps results apart from what was known at creation, and offers further columns as segments', async () => {
    const file = csvFile([
      'deal_id,created_at,amount,owner,outcome,closed_at,closed_amount,region',
      'a,2026-01-01T00:00:00Z,1200.50,ann,won,2026-02-01T00:00:00Z,1100,north',
    ]);

    expect((await readDeals(file)).get('a')).toEqual({
      dealId: 'a',
      createdAt: Date.UTC(2026, 0, 1),
      amount: 1200.5,
      owner: 'ann',
      extra: { region: 'north' },
      results: { outcome: 'won', closedAt: Date.UTC(2026, 1, 1), closedAmount: 1100 },
    });
  });

  it('takes a missing amount as unknown, never as 0', async () => {
    const file = csvFile(['deal_id,created_at,amount', 'a,2026-01-01T00:00:00Z,']);

    expect((await readDeals(file)).get('a')?.amount).toBeNull();
  });

  it.each([
    ['an amount that is no number', 'a,2026-01-01T00:00:00Z,1e3', 'line 2, column amount: "1e3" is not an amount'],
    ['a bad creation date', 'a,2026-13-01T00:00:00Z,1', 'line 2, column created_at'],
  ])('refuses %s', async (_, row, fault) => {
    await expect(readDeals(csvFile(['deal_id,created_at,amount', row]))).rejects.toThrow(fault);
  });

  it('refuses a deal that stands twice', async () => {
    const row = 'a,2026-01-01T00:00:00Z,1';

    await expect(readDeals(csvFile(['deal_id,created_at,amount', row, row]))).rejects.toThrow(
      'line 3, column deal_id: "a" stands twice',
    );
  });
});

describe('readActivities', () => {
  it('answers activities in order of time', async () => {
    const file = csvFile([
      'deal_id,at,activity,lifecycle',
      'a,2026-01-02T00:00:00Z,call,COMPLETE',
      'a,2026-01-01T00:00:00Z,call,SCHEDULE',
    ]);

    expect((await readActivities(file)).map(({ lifecycle }) => lifecycle)).toEqual(['SCHEDULE', 'COMPLETE']);
  });
});
