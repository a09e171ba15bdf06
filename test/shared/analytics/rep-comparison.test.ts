import { DAY_MS, repComparison, seededRandom } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { overDispersion } from '../../../shared/src/analytics/over-dispersion.ts';
import { shrunkRatios } from '../../../shared/src/analytics/shrunk-ratios.ts';
import { normalDraw } from '../../../shared/src/statistics/random-draws.ts';
import { aDealThrough, aRecord, aTimeline, day, SALES } from '../../support/builders.ts';
import { foldedTable, salesTable } from '../../support/sales-table.ts';
import { PLAIN, simulatedDeals, twoStages } from '../../support/simulated-deals.ts';

const YEAR = { fromAt: day(0), toAt: day(365) };

/** Reps by number, whose offers are won with these probabilities. */
const offersWon =
  (probabilities: readonly number[]): typeof PLAIN =>
  (stageId, onDay, owner) => {
    const won = probabilities[owner] ?? 0.5;
    return stageId === 'offer' ? { to: { won, lost: 1 - won }, meanDays: 15 } : PLAIN(stageId, onDay, owner);
  };

function compare(probabilities: readonly number[], { seed = 1, deals = 1500 } = {}) {
  const way = offersWon(probabilities);
  const table = simulatedDeals({ seed, deals, days: 365, owners: probabilities.length, way });
  return repComparison({ table, pipeline: twoStages(), period: YEAR, asOf: day(365) });
}

describe('repComparison', () => {
  it('finds the weak rep, calls nobody else worse, and ranks nobody', () => {
    const { reps } = compare([0.5, 0.5, 0.15, 0.5, 0.5]);

    expect(reps.map(({ ownerId }) => ownerId)).toEqual(['owner-0', 'owner-1', 'owner-2', 'owner-3', 'owner-4']);
    expect(reps.filter(({ verdict }) => verdict === 'worse')).toEqual([reps[2]]);
    const weak = reps[2]!;
    expect(weak.ratio).toBeLessThan(weak.limits998.low);
    expect(weak.shrunk).toMatchObject({ kind: 'estimate', n: weak.won + weak.lost });
    expect(weak.conversions.map(({ stageId }) => stageId)).toEqual(['demo', 'offer']);
    expect(weak.conversions[1]!.ledOn).toBeLessThan(weak.conversions[1]!.expected);
  });

  it('does not hold hard deals against a rep: equal skill, other stages to begin with', () => {
    const lines = {
      easy: ['offer 4d, won', 'offer 4d, lost'],
      hard: ['new 4d, lost', 'new 4d, offer 4d, won', 'new 4d, lost', 'new 4d, offer 4d, lost'],
    };
    const dealsOf = (kind: 'easy' | 'hard', owner: string, times: number) =>
      Array.from({ length: times }, (_, place) => ({ line: lines[kind][place % lines[kind].length]!, owner }));
    const deals = [...dealsOf('easy', '11', 80), ...dealsOf('hard', '12', 80)];
    const { reps } = repComparison({ table: ownedTable(deals), pipeline: SALES, period: YEAR, asOf: day(365) });

    expect(reps.map(({ won, lost }) => won / (won + lost))).toEqual([0.5, 0.25]);
    expect(reps.map(({ verdict }) => verdict)).toEqual(['not-distinguishable', 'not-distinguishable']);
  });

  it('gives each owner the part of a deal that moved while it was theirs', () => {
    // A third of new deals goes on to an offer, half of offers are won: chances 1/6 and 1/2.
    const deals = [
      ...times(20, { line: 'new 4d, offer 4d, won', owner: '11 6d, 12' }),
      ...times(20, { line: 'new 4d, offer 4d, lost', owner: '11 6d, 12' }),
      ...times(80, { line: 'new 4d, lost', owner: '11' }),
    ];
    const { reps } = repComparison({ table: ownedTable(deals), pipeline: SALES, period: YEAR, asOf: day(365) });

    expect(reps[0]).toMatchObject({ ownerId: '11', won: 0, lost: 80, moves: 120 });
    expect(reps[0]!.expected).toBeCloseTo(120 / 6, 9);
    expect(reps[0]!.achieved).toBeCloseTo(40 / 2, 9);
    expect(reps[1]).toMatchObject({ ownerId: '12', won: 20, lost: 20, achieved: 20 });
    expect(reps[1]!.expected).toBeCloseTo(20, 9);
  });

  it('expects of all together what they achieved, pools reps with few deals, and leaves out deals of nobody', () => {
    const probabilities = [0.6, 0.5, 0.4];
    const { reps, pooledReps } = compare(probabilities, { deals: 90 });
    const few = repComparison({
      table: ownedTable([
        ...times(30, { line: 'new 4d, won', owner: '11' }),
        ...times(9, { line: 'new 4d, lost', owner: '12' }),
        ...times(9, { line: 'new 4d, lost', owner: '13' }),
        ...times(50, { line: 'new 4d, lost', owner: '' }),
      ]),
      pipeline: SALES,
      period: YEAR,
      asOf: day(365),
    });

    expect(reps.reduce((sum, { achieved, expected }) => sum + achieved - expected, 0)).toBeCloseTo(0, 9);
    expect(pooledReps).toBe(0);
    expect(few.reps.map(({ ownerId, verdict }) => [ownerId, verdict])).toEqual([
      ['11', 'better'],
      [null, null],
    ]);
    expect(few).toMatchObject({ pooledReps: 2, needed: 20 });
    expect(few.reps[1]).toMatchObject({ won: 0, lost: 18, shrunk: { kind: 'insufficient' } });
  });

  it('is wrong of at most 5 % where all are equal, and its 95 % intervals hold true differences', () => {
    let [verdicts, wrong, held] = [0, 0, 0];
    for (let seed = 1; seed <= 40; seed += 1) {
      for (const { verdict } of compare([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], { seed, deals: 600 }).reps) {
        verdicts += 1;
        if (verdict === 'better' || verdict === 'worse') wrong += 1;
      }
    }
    const random = seededRandom(8);
    for (let seed = 101; seed <= 140; seed += 1) {
      const skills = Array.from({ length: 6 }, () => 0.5 + 0.07 * normalDraw(random));
      for (const [place, { shrunk }] of compare(skills, { seed, deals: 600 }).reps.entries()) {
        const truth = (6 * skills[place]!) / skills.reduce((sum, skill) => sum + skill, 0);
        if (shrunk.kind === 'estimate' && shrunk.low <= truth && truth <= shrunk.high!) held += 1;
      }
    }

    expect(verdicts).toBe(240);
    expect(wrong / verdicts).toBeLessThanOrEqual(0.05);
    expect(held / 240).toBeGreaterThan(0.9);
  });

  it.each([
    ['all open', ['new 900d, demo']],
    ['one deal', ['new 20d, demo 20d, lost']],
    ['loops without an end', ['new 1d, demo 1d, new 1d, demo 1d, new']],
    ['closed at creation', ['won']],
  ])('compares nobody, and fails for nothing, in logs of a kind: %s', (_, lines) => {
    const table = salesTable(SALES, lines, 30);

    expect(repComparison({ table, pipeline: SALES, period: YEAR, asOf: day(365) }).reps).toEqual([]);
  });

  it('tells apart no reps that won everything, or lost everything', () => {
    const all = (end: string) => [
      ...times(30, { line: `new 1d, ${end}`, owner: '11' }),
      ...times(30, { line: `new 0ms, ${end}`, owner: '12' }),
    ];
    for (const end of ['won', 'lost']) {
      const { reps } = repComparison({ table: ownedTable(all(end)), pipeline: SALES, period: YEAR, asOf: day(365) });
      expect(reps.map(({ verdict, ratio }) => [verdict, ratio])).toEqual([
        ['not-distinguishable', 1],
        ['not-distinguishable', 1],
      ]);
    }
  });
});

describe('shrunkRatios', () => {
  it('shrinks what is unsure more, keeps the order, and an interval where all are alike', () => {
    const [sure, unsure] = shrunkRatios([
      { value: 1.5, standardError: 0.05 },
      { value: 1.5, standardError: 0.5 },
    ]);
    const alike = shrunkRatios(Array.from({ length: 8 }, () => ({ value: 1, standardError: 0.2 })));

    expect(sure!.value).toBeGreaterThan(1.45);
    expect(unsure!.value).toBeLessThan(sure!.value);
    expect(unsure!.value).toBeGreaterThan(1);
    expect(alike[0]!.high - alike[0]!.low).toBeGreaterThan(0.05);
    expect(shrunkRatios([])).toEqual([]);
  });
});

describe('overDispersion', () => {
  it('is 1 for chance and for fewer than ten reps, and finds a spread that is twice as wide', () => {
    const random = seededRandom(4);
    const spread = (width: number, n: number) => Array.from({ length: n }, () => width * normalDraw(random));

    expect(overDispersion([5, -5, 5])).toBe(1);
    expect(overDispersion(spread(1, 400))).toBeLessThan(1.1);
    expect(overDispersion(spread(2, 400))).toBeGreaterThan(2);
  });
});

interface OwnedDeal {
  readonly line: string;
  /** An owner id, or a timeline of them. */
  readonly owner: string;
}

function times(count: number, deal: OwnedDeal): readonly OwnedDeal[] {
  return Array.from({ length: count }, () => deal);
}

function ownedTable(deals: readonly OwnedDeal[]) {
  const records = deals.map(({ line, owner }, place) => {
    const owners = owner === '' ? [] : aTimeline(owner, day(0) - DAY_MS / 100);
    return aRecord(aDealThrough(line, { dealId: String(place), histories: { hubspot_owner_id: owners } }));
  });
  return foldedTable(SALES, records);
}
