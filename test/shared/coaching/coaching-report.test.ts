import {
  type CoachingAsker,
  coachingEvidence,
  coachingReport,
  ContractError,
  parseCoachingReport,
  transitionsReport,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { coachingReportSchema } from '../../../functions/api/schemas/coaching-report.ts';
import { writeEvidence } from '../../../shared/src/coaching/write-text.ts';
import { generatedBlocks } from '../../support/generated-blocks.ts';
import { questionOf } from '../../support/report-question-of.ts';

const CAUSAL = /\b(because|causes?|caused|due to|results? in|makes? it|thanks to|parce qu|à cause|grâce à|entraîne)/i;
const NUMBER = /\d[\d.,\u202f]*\d|\d/g;

const { portal, pipelines, truth } = generatedBlocks({ deals: 12_000 });
const [first] = pipelines;
if (first === undefined) throw new Error('There is a pipeline.');
const question = questionOf(first.table, first.pipeline, portal.endsAt);
const evidence = coachingEvidence(question);
const [BEST, HEIR, WEAK] = ['70001', '70002', '70004'];

function seenBy(ownerId: string | null, asked: Partial<CoachingAsker> = {}) {
  const asker = {
    ownerId,
    named: null,
    leads: false,
    readsDealsOf: null,
    othersMin: 5,
    names: new Map(),
    departed: new Set<string>(),
  };
  return coachingReport(evidence, { ...asker, ...asked });
}

const ownersIn = (answer: unknown): readonly string[] =>
  Array.from(JSON.stringify(answer).matchAll(/"ownerId":"(\d+)"/g), ([, ownerId = '']) => ownerId);

describe('the agenda of a rep', () => {
  it('holds the own stalled deals, the most at stake first, and says how many there are', () => {
    const { own } = seenBy(BEST);
    const stakes = own?.deals.map(({ valueAtStake }) => valueAtStake ?? 0) ?? [];

    expect(own?.deals).toHaveLength(5);
    expect(own?.dealsInAll).toBeGreaterThan(5);
    expect(stakes).toEqual(stakes.toSorted((a, b) => b - a));
    for (const { dealId } of own?.deals ?? []) expect(ownerOf(dealId)).toBe(BEST);
  });

  it('compares with nobody where others are fewer than five, also when one of them asks', () => {
    for (const ownerId of [BEST, WEAK, null]) {
      const report = seenBy(ownerId);
      expect(report).toMatchObject({ isCompared: false, reps: [], team: null });
      expect(report.own?.strengths ?? []).toEqual([]);
      expect(report.own?.areas ?? []).toEqual([]);
      expect(ownersIn(report)).toEqual(ownerId === null ? [] : [ownerId]);
    }
  });

  it('tells of strengths of the best and of areas of the weak, where enough are compared', () => {
    const [best, weak] = [seenBy(BEST, { othersMin: 3 }).own, seenBy(WEAK, { othersMin: 3 }).own];

    expect(best?.strengths.map(({ pointId }) => pointId)).toEqual(expect.arrayContaining(['outcome', 'leads-on']));
    expect(best?.areas).toEqual([]);
    expect(weak?.areas.map(({ pointId }) => pointId)).toEqual(expect.arrayContaining(['outcome', 'leads-on']));
    expect(weak?.strengths).toEqual([]);
  });

  it('orders points by what they are worth, at most five, each with n', () => {
    for (const { strengths, areas } of evidence.rows) {
      for (const points of [strengths, areas]) {
        const values = points.map(({ valueAtStake }) => valueAtStake ?? 0);
        expect(points.length).toBeLessThanOrEqual(5);
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        for (const { n } of points) expect(n).toBeGreaterThanOrEqual(20);
      }
    }
  });

  it('is for a rep whose deals went to a colleague what was done, without a deal to talk about', () => {
    const departed = truth.faults.departure?.ownerId ?? '';
    const { own } = seenBy(departed);

    expect(own).toMatchObject({ ownerId: departed, deals: [], dealsInAll: 0 });
    expect(seenBy(HEIR).own?.dealsInAll).toBeGreaterThan(0);
  });
});

describe('the agenda of the pipeline', () => {
  it('is for leaders, and names nobody', () => {
    const report = seenBy(null, { leads: true });

    expect(report.team?.deals).toHaveLength(20);
    expect(ownersIn(report)).toEqual([]);
    expect(seenBy(BEST).team).toBeNull();
  });

  it('leaves out deals that the settings keep from the leader, also those of nobody whose agenda is known', () => {
    const of = (ownerId: string) =>
      evidence.rows.find((row) => row.ownerId === ownerId)?.deals.map(({ dealId }) => dealId) ?? [];
    const { team } = seenBy(null, { leads: true, readsDealsOf: (ownerId) => ownerId === BEST });
    const shown = team?.deals.map(({ dealId }) => dealId) ?? [];

    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(20);
    expect(of(BEST)).toEqual(expect.arrayContaining(shown));
    expect(team?.dealsInAll).toBe(evidence.team.dealsInAll);
  });

  it('tells of the stage that became slow, and of the sources that go on more rarely, and more often', () => {
    const { strengths, areas } = evidence.team;
    const told = (points: typeof areas): readonly string[] =>
      points.map(({ pointId, stage, message }) => `${pointId} ${stage?.stageId ?? ''}: ${message.en}`);

    expect(told(areas)).toContainEqual(expect.stringMatching(/^dwell b2b_proposal: In Proposal sent deals stay/));
    expect(told(areas)).toContainEqual(expect.stringMatching(/^source .*“Offline sources”/));
    expect(told(strengths)).toContainEqual(expect.stringMatching(/^source .*“Referrals”/));
  });

  it('counts what changed in four weeks as the transitions of these weeks do', () => {
    const { weeks, changes } = { weeks: evidence.weeks, changes: evidence.team.changes };
    const days = question.calendar.weeks;
    const [from, to] = [days.at(-4), days.at(-1)];
    if (from === undefined || to === undefined) throw new Error('There are weeks.');
    const period = { fromDay: from.fromDay, toDay: to.toDay, fromAt: from.fromAt, toAt: to.toAt };
    const { now } = transitionsReport({ ...question, calendar: { ...question.calendar, period } });

    expect(weeks?.now).toEqual({ fromDay: from.fromDay, toDay: to.toDay });
    expect(changes?.find(({ measure }) => measure === 'lost')?.now).toBe(now.lost);
    expect(changes?.find(({ measure }) => measure === 'back')?.now).toBe(now.regressions);
    const ofReps = evidence.rows.map(({ changes: own }) => own?.find(({ measure }) => measure === 'won')?.now ?? 0);
    expect(ofReps.reduce((sum, won) => sum + won, 0)).toBe(changes?.find(({ measure }) => measure === 'won')?.now);
  });
});

describe('every point', () => {
  const points = [evidence.team, ...evidence.rows].flatMap(({ strengths, areas }) => [...strengths, ...areas]);

  it('writes no number that is not of its evidence, in either language, and never says why (L6)', () => {
    expect(points.length).toBeGreaterThan(10);
    for (const { message, suggestion, evidence: numbers } of points) {
      for (const language of ['en', 'fr'] as const) {
        const told = numbers.flatMap((each) =>
          [true, false].flatMap(
            (isBare) => writeEvidence(each, { language, currency: 'EUR', isBare }).match(NUMBER) ?? [],
          ),
        );
        expect(told).toEqual(expect.arrayContaining(message[language].match(NUMBER) ?? []));
        expect(message[language] + suggestion[language]).not.toMatch(CAUSAL);
      }
    }
  });

  it('is of the contract, whoever asks', () => {
    for (const report of [seenBy(BEST), seenBy(null, { leads: true, named: 'all' })]) {
      expect(coachingReportSchema.parse(report)).toEqual(report);
      expect(parseCoachingReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
      expect(() => parseCoachingReport({ ...report, isCompared: 'yes' })).toThrow(ContractError);
    }
  });
});

function ownerOf(dealId: string): string {
  const deal = [...portal.deals].find((each) => each.dealId === dealId);
  return deal?.histories['hubspot_owner_id']?.at(-1)?.value ?? '';
}
