import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  DAY_MS,
  overviewReport,
  type ReportFilters,
  stagesReport,
  transitionsReport,
} from '@deal-stage-insights/shared';
import { beforeAll, describe, expect, it } from 'vitest';
import { NO_FILTERS, reportQuestion } from '../../../functions/rollup/report-question.ts';
import { loadLog } from '../../../local/history-csv/load-log.ts';
import { portalSeedFromLog } from '../../../local/history-csv/portal-seed-from-log.ts';
import { bpi2012File } from '../../support/bpi2012.ts';
import { recordOf, seededBlocks } from '../../support/seeded-blocks.ts';

/** December to February, as a manager would look at it on the first of March. */
const [FROM, TO] = [Date.UTC(2011, 11, 1), Date.UTC(2012, 2, 1)];
const LIVE = ['submitted', 'preaccepted', 'accepted', 'offer_sent', 'offer_returned'];

/** The raw file, line by line: nothing here is shared with the reports. */
const LINES = gunzipSync(readFileSync(bpi2012File('bpi2012_transitions.csv.gz')))
  .toString('utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [dealId = '', , at = '', from = '', to = ''] = line.split(',');
    return { dealId, at: Date.parse(at), from, to };
  });
const IN_PERIOD = LINES.filter(({ at }) => at >= FROM && at < TO);
const rawCount = (holds: (line: (typeof LINES)[number]) => boolean) => IN_PERIOD.filter(holds).length;

/** Days in a stage, those of visits that are still open on the first of March marked as such. */
function rawVisits(stage: string): { readonly days: number; readonly ended: boolean }[] {
  return [...Map.groupBy(LINES, ({ dealId }) => dealId).values()].flatMap((moves) =>
    moves.flatMap(({ to, at }, place) => {
      if (to !== stage || at >= TO) return [];
      const leftAt = moves[place + 1]?.at ?? Number.POSITIVE_INFINITY;
      return [{ days: (Math.min(leftAt, TO) - at) / DAY_MS, ended: leftAt < TO }];
    }),
  );
}

/** The first time by which the product-limit curve has fallen to 1 - p, counted one visit after the other. */
function rawQuantile(visits: { readonly days: number; readonly ended: boolean }[], p: number): number {
  let curve = 1;
  let waiting = visits.length;
  for (const { days, ended } of visits.toSorted((a, b) => a.days - b.days || Number(b.ended) - Number(a.ended))) {
    if (ended) curve *= 1 - 1 / waiting;
    waiting -= 1;
    if (curve <= 1 - p) return days;
  }
  return Number.POSITIVE_INFINITY;
}

describe('what a manager reads of a real log from December to February', () => {
  let question: NonNullable<ReturnType<typeof reportQuestion>>;
  beforeAll(async () => {
    const filters: ReportFilters = { ...NO_FILTERS, fromDay: '2011-12-01', toDay: '2012-03-01' };
    const account = { timeZone: 'UTC', currency: 'EUR' };
    const stamp = { asOf: TO, position: {}, modelVersion: '1' };
    const log = await loadLog({
      history: bpi2012File('bpi2012_transitions.csv.gz'),
      deals: bpi2012File('bpi2012_deals.csv.gz'),
    });
    const seed = portalSeedFromLog(log);
    const [folded] = seededBlocks(seed, Array.from(seed.deals, recordOf));
    const made = folded === undefined ? null : reportQuestion({ ...folded, account, stamp, filters });
    if (made === null) throw new Error('The log has deals, and the period is over.');
    question = made;
  });

  it('half of the deals were lost from the first stage, as many as the log has such lines', () => {
    const { lossesByStage, now } = transitionsReport(question);

    expect(lossesByStage.map(({ stage, lost }) => [stage.stageId, lost])).toEqual(
      LIVE.map((stage) => [stage, rawCount(({ from, to }) => from === stage && to === 'lost')]),
    );
    expect(now.lost).toBe(rawCount(({ to }) => to === 'lost'));
    expect((lossesByStage[0]?.lost ?? 0) / now.lost).toBeGreaterThan(0.5);
  });

  it('offers go back and forth: returned ones are sent again, and come back again', () => {
    const { rework, now } = transitionsReport(question);
    const again = (stage: string) => {
      const firsts = new Map<string, number>();
      for (const { dealId, to, at } of LINES) if (to === stage && !firsts.has(dealId)) firsts.set(dealId, at);
      return rawCount(({ dealId, to, at }) => to === stage && at > (firsts.get(dealId) ?? 0));
    };

    expect(rework.map(({ stage, reentries }) => [stage.stageId, reentries])).toEqual(
      LIVE.map((stage) => [stage, again(stage)]),
    );
    expect(now.regressions).toBe(rawCount(({ from, to }) => from === 'offer_returned' && to === 'offer_sent'));
    expect(again('offer_sent')).toBeGreaterThan(200);
  });

  it('offers wait longest: half of them for over ten days, a tenth for over thirty', () => {
    const sent = stagesReport(question).stages.find(({ stage }) => stage.stageId === 'offer_sent');
    const visits = rawVisits('offer_sent');
    const [median, p90] = [sent?.dwellDaysMedian, sent?.dwellDaysP90];

    expect(median).toMatchObject({ kind: 'estimate', n: visits.length });
    expect(median?.kind === 'estimate' ? median.value : null).toBeCloseTo(rawQuantile(visits, 0.5), 2);
    expect(p90?.kind === 'estimate' ? p90.value : null).toBeCloseTo(rawQuantile(visits, 0.9), 2);
    expect(rawQuantile(visits, 0.5)).toBeGreaterThan(10);
    expect(rawQuantile(visits, 0.9)).toBeGreaterThan(30);
  });

  it('what leaves a stage is lost as often as the lines of the log say, and its deals are those that wait there', () => {
    for (const { stage, left, lostOfLeft, inProgress } of stagesReport(question).stages.slice(0, LIVE.length)) {
      const lost = rawCount(({ from, to }) => from === stage.stageId && to === 'lost');
      const came = LINES.filter(({ at, to }) => at < TO && to === stage.stageId).length;
      const went = LINES.filter(({ at, from }) => at < TO && from === stage.stageId).length;

      expect(left).toBe(rawCount(({ from }) => from === stage.stageId));
      expect(lostOfLeft).toMatchObject({ kind: 'estimate', value: lost / left, n: left });
      expect(inProgress.atEnd).toBe(came - went);
    }
  });

  it('more was won than in the three months before: the wins of the log, line by line', () => {
    const won = overviewReport(question).figures.find(({ figure }) => figure === 'won-deals');
    const before = LINES.filter(({ at, to }) => to === 'won' && at >= FROM - (TO - FROM) && at < FROM).length;

    expect(won?.now).toMatchObject({ value: rawCount(({ to }) => to === 'won') });
    expect(won?.before).toMatchObject({ value: before });
    expect(rawCount(({ to }) => to === 'won')).toBeGreaterThan(before);
  });
});
