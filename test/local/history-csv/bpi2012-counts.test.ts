import { describe, expect, it } from 'vitest';
import { loadLog } from '../../../local/history-csv/load-log.ts';
import { portalSeedFromLog } from '../../../local/history-csv/portal-seed-from-log.ts';
import { readActivities } from '../../../local/history-csv/read-activities.ts';
import { bpi2012File } from '../../support/bpi2012.ts';

const FILES = ['bpi2012_transitions.csv.gz', 'bpi2012_deals.csv.gz', 'bpi2012_activities.csv.gz'] as const;

describe('a real log, loaded', () => {
  it('has every deal and every stage change that its publisher counts', async () => {
    const [history, deals] = FILES.map(bpi2012File);
    const log = await loadLog({ history: history!, deals });

    const moves = new Map<string, number>();
    for (const { transitions } of log.histories) {
      for (const { fromStage, toStage } of transitions) {
        const move = `${fromStage ?? ''}→${toStage}`;
        moves.set(move, (moves.get(move) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(moves)).toEqual({
      '→submitted': 13_087,
      'submitted→preaccepted': 7367,
      'submitted→lost': 5720,
      'preaccepted→accepted': 5113,
      'accepted→offer_sent': 5015,
      'offer_sent→offer_returned': 3454,
      'preaccepted→lost': 2185,
      'offer_returned→won': 2115,
      'offer_sent→lost': 1558,
      'offer_returned→lost': 884,
      'offer_returned→offer_sent': 368,
      'offer_sent→won': 131,
      'accepted→lost': 95,
    });
    const outcomes = Map.groupBy(log.deals.values(), ({ results }) => results.outcome);
    expect(Object.fromEntries([...outcomes].map(([outcome, { length }]) => [outcome, length]))).toEqual({
      won: 2246,
      lost: 10_442,
      open: 399,
    });
    expect(log.histories.length).toBe(13_087);
    expect(log.stages.map(({ stageId }) => stageId)).toEqual([
      'submitted',
      'preaccepted',
      'accepted',
      'offer_sent',
      'offer_returned',
      'won',
      'lost',
    ]);
    const seed = portalSeedFromLog(log);
    expect(seed.dealCount).toBe(13_087);
    expect([...seed.deals].reduce((sum, { histories }) => sum + (histories['dealstage']?.length ?? 0), 0)).toBe(47_092);
  });

  it('has every activity', async () => {
    expect((await readActivities(bpi2012File(FILES[2]))).length).toBe(170_107);
  });
});
