import { DAY_MS, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { evaluateLog } from '../../../local/evaluate/evaluate-log.ts';
import { dealFacts, factNames } from '../../../local/evaluate/facts/deal-facts.ts';
import { pastRows } from '../../../local/evaluate/facts/learned-rows.ts';
import { tableOf } from '../../../local/evaluate/table-of-summary.ts';
import type { LoggedActivity } from '../../../local/history-csv/logged-deal.ts';
import type { HistoryLog } from '../../../local/history-csv/portal-seed-from-log.ts';
import { LOG_START, someLog, twoStageWay } from './some-log.ts';

const LANDMARK = LOG_START + 112 * DAY_MS;

/** A call on the second day, to four of five deals that will be won and to one of five others: it tells, or, at random, not. */
function callsOf({ histories }: HistoryLog, tells: boolean): ReadonlyMap<string, readonly LoggedActivity[]> {
  const random = seededRandom(9);
  return new Map(
    histories.map(({ dealId, transitions }) => {
      const isWon = tells ? transitions.at(-1)?.toStage === 'won' : random() < 0.5;
      const at = (transitions[0]?.at ?? 0) + DAY_MS;
      return [dealId, random() < (isWon ? 0.8 : 0.2) ? [{ dealId, at, activity: 'call', lifecycle: 'COMPLETE' }] : []];
    }),
  );
}

const log: HistoryLog = someLog(twoStageWay);
const withoutAmounts: HistoryLog = { ...log, deals: new Map() };
const evaluate = (asked: HistoryLog, activities: ReadonlyMap<string, readonly LoggedActivity[]>) =>
  evaluateLog({ log: asked, activities, landmarks: [LANDMARK], horizonDays: 30, onLandmark: () => undefined });

describe('chances by the facts of a deal', () => {
  it('are used where activities tell won from lost, are better, and say what moved them', () => {
    const { facts, summary, predictions } = evaluate(withoutAmounts, callsOf(log, true));

    const { gainOverLifeTable: gain } = summary.within;
    if ('kind' in gain) throw new Error('nothing scored');
    expect(facts).toMatchObject([{ landmark: LANDMARK, used: true }]);
    expect(gain.value).toBeGreaterThan(0.01);
    expect(predictions.flatMap(({ moved }) => moved.map(({ fact }) => fact))).toContain('since "call" was done');
    expect(predictions.every(({ within, ever }) => within !== null && ever !== null && ever >= within)).toBe(true);
    expect(tableOf(summary)).toContain('facts of deals used at 1 of 1 landmarks: Brier lower');
  });

  it('are left alone where activities tell nothing', () => {
    const { facts, predictions } = evaluate(withoutAmounts, callsOf(log, false));

    expect(facts.map(({ used }) => used)).toEqual([false]);
    expect(predictions.every(({ within, lifeTable, moved }) => within === lifeTable && moved.length === 0)).toBe(true);
  });

  it('know nothing of what comes after the landmark', () => {
    const calls = callsOf(log, true);
    const past = {
      ...withoutAmounts,
      histories: log.histories.flatMap(({ dealId, transitions }) => {
        const known = transitions.filter(({ at }) => at <= LANDMARK);
        return known.length === 0 ? [] : [{ dealId, transitions: known }];
      }),
    };
    const pastCalls = new Map(Array.from(calls, ([id, list]) => [id, list.filter(({ at }) => at <= LANDMARK)]));

    const said = ({ predictions }: ReturnType<typeof evaluate>) =>
      predictions.map((row) => ({ ...row, outcome: null }));
    expect(said(evaluate(past, pastCalls))).toEqual(said(evaluate(withoutAmounts, calls)));
  });
});

describe('dealFacts', () => {
  it('count what had happened by the instant', () => {
    const scheme = { stageIds: ['first', 'second'], kinds: ['call'] };
    const at = (day: number): number => LOG_START + day * DAY_MS;
    const step = (day: number, toStage: string) => ({ at: at(day), fromStage: null, toStage, resource: '' });
    const transitions = [step(0, 'first'), step(2, 'second'), step(4, 'first'), step(9, 'won')];
    const call = (day: number, lifecycle: string) => ({ dealId: 'a', at: at(day), activity: 'call', lifecycle });
    const activities = [call(1, 'SCHEDULE'), call(3, 'COMPLETE'), call(8, 'COMPLETE')];

    const values = dealFacts(
      scheme,
      { history: { dealId: 'a', transitions }, activities, amount: null },
      { at: at(6), chance: { within: 0.5, ever: 0.5 } },
    );

    const told = Object.fromEntries(factNames(scheme).map((name, place) => [name, values[place]]));
    expect(values.length).toBe(factNames(scheme).length);
    expect(told).toMatchObject({
      'in first': 1,
      'in second': 0,
      'time in this stage': Math.log1p(8),
      'age of the deal': Math.log1p(24),
      'stages so far': 3,
      'returns to a stage': 1,
      'time in the stage before': Math.log1p(8),
      amount: -1,
      'chance by stage and age': 0,
      'since "call" was scheduled': Math.log1p(20),
      'since "call" was done': Math.log1p(12),
      'times "call"': 1,
      'activities in this stage': 0,
    });
  });
});

describe('pastRows', () => {
  it('fill in what has not come due with the chance for the rest of the time, and only that', () => {
    const at = (day: number): number => LOG_START + day * DAY_MS;
    const step = (day: number, toStage: string) => ({ at: at(day), fromStage: null, toStage, resource: '' });
    const rows = pastRows({
      histories: [
        { dealId: 'open', transitions: [step(0, 'first')] },
        { dealId: 'won', transitions: [step(0, 'first'), step(35, 'won')] },
        { dealId: 'lost', transitions: [step(30, 'first'), step(35, 'lost')] },
      ],
      roleOf: (stageId) => (stageId === 'won' ? 'won' : stageId === 'lost' ? 'lost' : 'open'),
      landmark: at(40),
      horizonMs: 30 * DAY_MS,
      chanceLater: (_, ageMs, ms) => (ageMs === 40 * DAY_MS ? ms / DAY_MS / 100 : null),
    });

    const outcomes = (dealId: string) =>
      rows
        .filter(({ history }) => history.dealId === dealId)
        .map(({ at: day, outcome, isDue }) => [(day - LOG_START) / DAY_MS, outcome, isDue]);
    expect(outcomes('open').slice(0, 2)).toEqual([
      [38, 0.28, false],
      [36, 0.26, false],
    ]);
    expect(outcomes('open').at(-1)).toEqual([2, 0, true]);
    expect(outcomes('won')[0]).toEqual([34, 1, false]);
    expect(outcomes('won').at(-1)).toEqual([2, 0, true]);
    expect(outcomes('lost')).toEqual([
      [34, 0, false],
      [32, 0, false],
    ]);
  });
});
