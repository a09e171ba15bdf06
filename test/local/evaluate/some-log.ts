import { DAY_MS, exponentialDraw, seededRandom } from '@deal-stage-insights/shared';
import { inferStages } from '../../../local/history-csv/log-stages.ts';
import type { LoggedDeal, LoggedHistory } from '../../../local/history-csv/logged-deal.ts';
import type { HistoryLog } from '../../../local/history-csv/portal-seed-from-log.ts';

export const LOG_START = Date.UTC(2026, 0, 5);
const DEALS = 400;
const SPAN_DAYS = 150;

/** How one deal goes: stages with the days spent in each; the last stage needs none. */
export type Way = readonly (readonly [stageId: string, days: number])[];

/** A log of some hundred deals that begin over 150 days; each takes the way that `wayOf` draws. Nothing is seen after the end. */
export function someLog(wayOf: (random: () => number) => Way, seed = 1): HistoryLog {
  const random = seededRandom(seed);
  const endsAt = LOG_START + SPAN_DAYS * DAY_MS;
  const histories = Array.from({ length: DEALS }, (_, deal): LoggedHistory => {
    const createdAt = LOG_START + Math.floor((random() * SPAN_DAYS * DEALS) / DEALS) * DAY_MS;
    const transitions = transitionsOf(wayOf(random), createdAt).filter(({ at }) => at <= endsAt);
    return { dealId: `deal-${String(deal).padStart(4, '0')}`, transitions };
  });
  return { histories, deals: dealsOf(histories), stages: inferStages(histories), label: 'some log' };
}

/** Two stages: deals that will be won move fast, the others slowly; two of five are won. */
export function twoStageWay(random: () => number): Way {
  const days = (mean: number): number => exponentialDraw(random) * mean;
  if (random() < 0.4)
    return [
      ['first', days(4)],
      ['second', days(6)],
      ['won', 0],
    ];
  return random() < 0.5
    ? [
        ['first', days(15)],
        ['lost', 0],
      ]
    : [
        ['first', days(5)],
        ['second', days(25)],
        ['lost', 0],
      ];
}

function transitionsOf(way: Way, createdAt: number): LoggedHistory['transitions'] {
  let at = createdAt;
  return way.map(([toStage, days], position) => {
    const transition = { at: Math.round(at), fromStage: way[position - 1]?.[0] ?? null, toStage, resource: '' };
    at += days * DAY_MS;
    return transition;
  });
}

function dealsOf(histories: readonly LoggedHistory[]): ReadonlyMap<string, LoggedDeal> {
  return new Map(
    histories.map(({ dealId, transitions }, place) => [
      dealId,
      {
        dealId,
        createdAt: transitions[0]?.at ?? LOG_START,
        amount: 1000 + (place % 7) * 500,
        owner: '',
        extra: {},
        results: { outcome: '', closedAt: null, closedAmount: null },
      },
    ]),
  );
}
