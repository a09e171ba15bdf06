import { DAY_MS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { evaluateLog } from '../../../local/evaluate/evaluate-log.ts';
import { forecastFan } from '../../../local/evaluate/pictures/forecast-fan.ts';
import { reliabilityDiagram } from '../../../local/evaluate/pictures/reliability-diagram.ts';
import { scoredRows } from '../../../local/evaluate/summary.ts';
import type { HistoryLog } from '../../../local/history-csv/portal-seed-from-log.ts';
import { LOG_START, someLog, twoStageWay, type Way } from './some-log.ts';

const dayOf = (days: number): number => LOG_START + days * DAY_MS;
const LANDMARKS = [70, 84, 98, 112].map(dayOf);

/** Without amounts there is no forecast to work out. */
const withoutAmounts = (log: HistoryLog): HistoryLog => ({ ...log, deals: new Map() });

const evaluate = (log: HistoryLog, landmarks: readonly number[] = LANDMARKS) =>
  evaluateLog({ log, activities: null, landmarks, horizonDays: 30, onLandmark: () => undefined });

/** Everything takes so many times as long. */
const slowed = (log: HistoryLog, times: number): HistoryLog => ({
  ...log,
  histories: log.histories.map(({ dealId, transitions }) => ({
    dealId,
    transitions: transitions.map((transition) => ({
      ...transition,
      at: LOG_START + times * (transition.at - LOG_START),
    })),
  })),
});

/** From an instant on, wins bring three times as much as was known when the deals began. */
const surprised = (log: HistoryLog, from: number): HistoryLog => ({
  ...log,
  deals: new Map(
    log.histories.flatMap(({ dealId, transitions }) => {
      const deal = log.deals.get(dealId);
      const isLate = (transitions.at(-1)?.at ?? 0) > from;
      if (deal === undefined) return [];
      return [[dealId, { ...deal, results: { ...deal.results, closedAmount: (deal.amount ?? 0) * (isLate ? 3 : 1) } }]];
    }),
  ),
});

describe('evaluateLog', () => {
  it('beats the stage rate where age tells won from lost, and says so with an interval', () => {
    const { summary } = evaluate(withoutAmounts(someLog(twoStageWay)));

    const { lifeTable, stageRate, skillOverStageRate: skill } = summary.within;
    if ('kind' in lifeTable || 'kind' in stageRate || 'kind' in skill) throw new Error('nothing scored');
    expect(lifeTable.brier).toBeLessThan(stageRate.brier);
    expect(skill.value).toBeCloseTo(1 - lifeTable.brier / stageRate.brier, 9);
    expect(skill.low).toBeLessThan(skill.value);
    expect(Math.abs(lifeTable.meanForecast - lifeTable.base)).toBeLessThan(0.1);
    expect(summary.rows).toMatchObject({ insufficient: 0, notDue: 0 });
  });

  it('has one prediction for each deal in a live stage at a landmark', () => {
    const log = withoutAmounts(someLog(twoStageWay));

    const { predictions } = evaluate(log, [dayOf(98)]);

    const living = log.histories.filter(({ transitions }) => {
      const current = transitions.findLast(({ at }) => at <= dayOf(98));
      return current !== undefined && current.toStage !== 'won' && current.toStage !== 'lost';
    });
    expect(predictions.map(({ dealId }) => dealId)).toEqual(living.map(({ dealId }) => dealId));
  });

  it('predicts the same whatever comes after the landmark', () => {
    const log = someLog(twoStageWay);
    const landmark = dayOf(98);
    const past: HistoryLog = {
      ...log,
      histories: log.histories.flatMap(({ dealId, transitions }) => {
        const known = transitions.filter(({ at }) => at <= landmark);
        return known.length === 0 ? [] : [{ dealId, transitions: known }];
      }),
    };

    const said = ({ predictions, forecasts, widenings }: ReturnType<typeof evaluate>) => ({
      widenings,
      predictions: predictions.map((prediction) => ({ ...prediction, outcome: null })),
      forecasts: forecasts.map((forecast) => ({ ...forecast, actual: null })),
    });
    const whole = said(evaluate(log, [landmark]));
    expect(said(evaluate(past, [landmark]))).toEqual(whole);
    expect(whole.widenings).toEqual([{ landmark, factor: expect.any(Number) }]);
  });

  it('does not see amounts that became known at a later closing', () => {
    const log = someLog(twoStageWay);
    const landmark = dayOf(98);
    const deals = new Map(
      log.histories.flatMap(({ dealId, transitions }) => {
        const deal = log.deals.get(dealId);
        if (deal === undefined) return [];
        const isLater = (transitions.at(-1)?.at ?? 0) > landmark;
        return [[dealId, isLater ? { ...deal, results: { ...deal.results, closedAmount: 9e6 } } : deal]];
      }),
    );

    const [open, total] = evaluate({ ...log, deals }, [landmark]).forecasts;
    const [openBefore, totalBefore] = evaluate(log, [landmark]).forecasts;

    expect({ ...open, actual: 0 }).toEqual({ ...openBefore, actual: 0 });
    expect({ ...total, actual: 0 }).toEqual({ ...totalBefore, actual: 0 });
    expect(open?.actual).toBeGreaterThan(openBefore?.actual ?? Number.POSITIVE_INFINITY);
  });

  it('forecasts the revenue of open deals and of all, new ones included', () => {
    const { forecasts, summary } = evaluate(someLog(twoStageWay));

    expect(forecasts.length).toBe(8);
    for (const { p10, p50, p90, mean } of forecasts) {
      expect(p10).toBeLessThan(p50);
      expect(p50).toBeLessThan(p90);
      expect(mean).toBeGreaterThan(p10);
    }
    const { open, total } = summary.forecast;
    if ('kind' in open || 'kind' in total) throw new Error('nothing forecast');
    expect(open.meanForecast / open.meanActual).toBeGreaterThan(0.7);
    expect(open.meanForecast / open.meanActual).toBeLessThan(1.4);
    expect(total.meanForecast).toBeGreaterThan(open.meanForecast);
  });

  it('widens the total by what its own earlier forecasts missed, once four have come due, and says where it could not', () => {
    const { forecasts, summary } = evaluate(surprised(someLog(twoStageWay), dayOf(80)), [dayOf(63), dayOf(133)]);

    const [early, late] = summary.forecast.widening.map(({ factor }) => factor);
    expect(early).toMatchObject({ kind: 'insufficient', needed: 4 });
    expect(late).toBeGreaterThan(1.1);
    const total = forecasts.filter(({ part }) => part === 'total').at(-1);
    expect((total?.p90 ?? 0) / (total?.p50 ?? 1)).toBeGreaterThan(Number(late));
  });

  it('tells what was missed of all that came beside the mean miss, which a landmark that brought little outweighs', () => {
    const { forecasts, summary } = evaluate(someLog(twoStageWay));
    const open = forecasts.filter(({ part }) => part === 'open');
    const came = open.flatMap(({ mean, actual }) =>
      actual === null ? [] : [{ missed: Math.abs(mean - actual), actual }],
    );
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

    if ('kind' in summary.forecast.open) throw new Error('nothing forecast');
    const { wape, mape } = summary.forecast.open;
    expect(wape).toBeCloseTo(sum(came.map(({ missed }) => missed)) / sum(came.map(({ actual }) => actual)), 12);
    expect(mape).toBeCloseTo(sum(came.map(({ missed, actual }) => missed / actual)) / came.length, 12);
    expect(wape).not.toBeCloseTo(mape, 3);
  });

  it('has no forecast without amounts', () => {
    const { forecasts, summary } = evaluate(withoutAmounts(someLog(twoStageWay)));

    expect(forecasts).toEqual([]);
    expect(summary.forecast.open).toMatchObject({ kind: 'insufficient' });
  });

  it('does not score what is not due yet', () => {
    const { summary } = evaluate(withoutAmounts(someLog(twoStageWay)), [dayOf(140)]);

    expect(summary.rows.notDue).toBe(summary.rows.all);
    expect(summary.within.lifeTable).toEqual({ kind: 'insufficient', n: 0, needed: 1 });
  });

  const anyLog: readonly (readonly [string, (random: () => number) => Way])[] = [
    ['zombies', (random) => (random() < 0.3 ? twoStageWay(random) : [['first', 0]])],
    [
      'one stage',
      (random) => [
        ['only', random() * 20],
        [random() < 0.5 ? 'won' : 'lost', 0],
      ],
    ],
    [
      'no losses',
      (random) => [
        ['only', random() * 20],
        ['won', 0],
      ],
    ],
    [
      'no wins',
      (random) => [
        ['only', random() * 20],
        ['lost', 0],
      ],
    ],
    ['all deals open', () => [['only', 0]]],
    [
      'day resolution',
      (random) => [
        ['only', Math.floor(random() * 20)],
        [random() < 0.5 ? 'won' : 'lost', 0],
      ],
    ],
    [
      'stages that take no time',
      () => [
        ['first', 0],
        ['second', 0],
        ['won', 0],
      ],
    ],
    [
      'a loop that never ends',
      () => Array.from({ length: 40 }, (_, visit) => [visit % 2 ? 'first' : 'second', 3] as const),
    ],
    [
      'every other deal closed at creation',
      (random) => (random() < 0.5 ? twoStageWay(random) : [[random() < 0.5 ? 'won' : 'lost', 0]]),
    ],
    ['all deals won at creation', () => [['won', 0]]],
    [
      'reopened deals',
      (random) => [
        ['first', random() * 9],
        ['lost', 5],
        ['first', 4],
        ['won', 0],
      ],
    ],
  ];
  it.each(anyLog)('answers figures or "insufficient" for a log with %s', (_, wayOf) => {
    expectAnswers(evaluate(someLog(wayOf), [dayOf(3), ...LANDMARKS]));
  });

  it('answers figures or "insufficient" for a log of one deal', () => {
    const log = someLog(twoStageWay);

    for (const place of [0, 1, 2, 3, 4, 5])
      expectAnswers(evaluate({ ...log, histories: log.histories.slice(place, place + 1) }));
  });

  it('answers figures or "insufficient" where deals wait for more than ten years', () => {
    const log = slowed(someLog(twoStageWay), 60);
    const oldest = Math.max(...evaluate(log, LANDMARKS.map(later)).predictions.map(({ ageMs }) => ageMs));

    expect(oldest).toBeGreaterThan(10 * 365 * DAY_MS);
    expectAnswers(evaluate(log, LANDMARKS.map(later)));
  });

  function later(at: number): number {
    return LOG_START + 60 * (at - LOG_START);
  }

  function expectAnswers({ predictions, forecasts, summary }: ReturnType<typeof evaluate>): void {
    const said = predictions.flatMap(({ within, ever }) => [within, ever]).filter((p) => p !== null);
    expect(said.every((p) => p >= 0 && p <= 1)).toBe(true);
    for (const { mean, p10, p90 } of forecasts) expect([mean, p10, p90].every(Number.isFinite)).toBe(true);
    // JSON turns NaN and infinity into null; the only null a summary knows is none.
    expect(JSON.stringify(summary)).not.toContain('null');
    const pictures = [forecastFan(forecasts, 30), reliabilityDiagram(scoredRows(predictions), 30)];
    expect(pictures.join('')).not.toMatch(/NaN|Infinity|undefined/);
  }

  it('answers nothing but "insufficient" before the log begins', () => {
    const { predictions, summary } = evaluate(someLog(twoStageWay), [LOG_START - DAY_MS]);

    expect(predictions).toEqual([]);
    expect(summary.within.skillOverStageRate).toMatchObject({ kind: 'insufficient' });
  });
});
