import { DAY_MS, exponentialDraw, seededRandom } from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsAfter } from '../../../shared/src/model/destinations.ts';
import { stageLife } from '../../../shared/src/model/life-table.ts';
import { chanceAt, winChances, winsBy, winsByEach, winsByStep } from '../../../shared/src/model/win-chances.ts';
import { aSample, type SomeVisit } from './a-sample.ts';

const STEPS = 60;
const TWO_STAGES = { liveStageIds: ['first', 'second'], ...endsAfter(2) };
const [TO_SECOND, WON, LOST] = [2, 3, 4];

const chancesOf = (...stages: readonly (readonly SomeVisit[])[]) =>
  winChances(
    stages.map((visits) => stageLife(aSample(visits), TWO_STAGES.count)),
    TWO_STAGES,
    { steps: STEPS, stepMs: DAY_MS / 2 },
  );

/** Exits after exponential times of this mean, to the first destination with the given share. */
function exponentialVisits(count: number, meanDays: number, to: { yes: number; no: number; share: number }) {
  const random = seededRandom(count);
  return Array.from({ length: count }, () => ({
    ageMs: exponentialDraw(random) * meanDays * DAY_MS,
    event: random() < to.share ? to.yes : to.no,
  }));
}

const anyVisits = (events: readonly number[]) =>
  fc.array(
    fc.record({
      ageMs: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 200 * DAY_MS, noNaN: true })),
      event: fc.constantFrom(...events),
    }),
    { maxLength: 40 },
  );

describe('winChances', () => {
  it('is the closed form of a chain of exponential stages', () => {
    const chances = chancesOf(
      exponentialVisits(60_000, 5, { yes: TO_SECOND, no: LOST, share: 0.5 }),
      exponentialVisits(60_000, 10, { yes: WON, no: LOST, share: 0.6 }),
    );

    // Sum of two exponential times of means 5 and 10: P(within t) = 1 - (10 exp(-t/10) - 5 exp(-t/5)) / 5.
    const bothWithin = (days: number) => 1 - (10 * Math.exp(-days / 10) - 5 * Math.exp(-days / 5)) / 5;
    for (const days of [5, 10, 30]) {
      expect(chances.within[1]![2 * days]).toBeCloseTo(0.6 * (1 - Math.exp(-days / 10)), 1.7);
      expect(chances.within[0]![2 * days]).toBeCloseTo(0.3 * bothWithin(days), 1.7);
    }
    expect(chances.ever[0]).toBeCloseTo(0.3, 1.7);
    expect(chances.ever[1]).toBeCloseTo(0.6, 1.7);
  });

  it('does not lose half a day with each stage that takes no time', () => {
    const now = Array.from({ length: 50 }, () => ({ ageMs: 0, event: TO_SECOND }));
    const won = Array.from({ length: 50 }, () => ({ ageMs: 0, event: WON }));

    const chances = chancesOf(now, won);

    expect(chances.within[0]![1]).toBeGreaterThan(0.48);
    expect(chances.within[0]![2]).toBeGreaterThan(0.95);
  });

  it('keeps 0 <= won within h <= won within h + 1 <= won ever <= 1, from entry and at any age', () => {
    fc.assert(
      fc.property(
        anyVisits([0, 1, TO_SECOND, WON, LOST, 5]),
        anyVisits([0, 1, TO_SECOND, WON, LOST]),
        fc.double({ min: 0, max: 400, noNaN: true }),
        (first, second, ageDays) => {
          const chances = chancesOf(first, second);

          for (const [stage, curve] of chances.within.entries()) {
            for (let h = 1; h <= STEPS; h += 1) expect(curve[h]).toBeGreaterThanOrEqual(curve[h - 1]! - 1e-12);
            const { within, ever } = chanceAt(chances.hazards[stage]!, chances, ageDays * DAY_MS);
            expect(within).toBeGreaterThanOrEqual(0);
            expect(within).toBeLessThanOrEqual(ever + 1e-9);
            expect(ever).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('never rises by a deal that was lost at the age of a deal that was won', () => {
    const wins = exponentialVisits(40, 8, { yes: WON, no: LOST, share: 0.7 });
    const before = chancesOf(wins, wins).ever[0]!;

    const after = chancesOf([...wins, { ageMs: wins[0]!.ageMs, event: LOST }], wins).ever[0]!;

    expect(after).toBeLessThan(before);
  });
});

describe('chanceAt', () => {
  it('is the value from entry at age 0', () => {
    const visits = exponentialVisits(500, 6, { yes: WON, no: LOST, share: 0.4 });
    const chances = chancesOf(visits, visits);

    const { within, ever } = chanceAt(chances.hazards[0]!, chances, 0);

    expect(within).toBeCloseTo(chances.within[0]![STEPS]!, 12);
    expect(ever).toBeCloseTo(chances.ever[0]!, 12);
  });

  it('falls with age where wins come early and losses late', () => {
    const early = exponentialVisits(500, 3, { yes: WON, no: WON, share: 1 });
    const late = exponentialVisits(500, 40, { yes: LOST, no: LOST, share: 1 });
    const chances = chancesOf([...early, ...late], []);

    const [atEntry, later] = [0, 20].map((days) => chanceAt(chances.hazards[0]!, chances, days * DAY_MS).within);

    expect(atEntry).toBeCloseTo(0.5, 1);
    expect(later).toBeLessThan(0.02);
  });
});

describe('winsBy', () => {
  it('is the curve of wins by step, for each horizon and age', () => {
    const first = exponentialVisits(300, 6, { yes: TO_SECOND, no: LOST, share: 0.6 });
    const chances = chancesOf(first, exponentialVisits(300, 9, { yes: WON, no: LOST, share: 0.4 }));

    for (const hazards of chances.hazards) {
      for (const ageMs of [0, 1500, 3.3 * DAY_MS, 50 * DAY_MS]) {
        const curve = winsByStep(hazards, chances, ageMs);

        for (const steps of [0, 1, 17, STEPS]) {
          expect(winsBy(hazards, chances, steps)(ageMs)).toBeCloseTo(curve[steps]!, 12);
        }
      }
    }
  });
});

describe('winsByEach', () => {
  it('is winsBy for each of the horizons, whatever their order', () => {
    const first = exponentialVisits(300, 6, { yes: TO_SECOND, no: LOST, share: 0.6 });
    const chances = chancesOf(first, exponentialVisits(300, 9, { yes: WON, no: LOST, share: 0.4 }));
    const horizons = fc.uniqueArray(fc.nat(STEPS), { minLength: 1, maxLength: 6 });

    fc.assert(
      fc.property(horizons, fc.double({ min: 0, max: 200, noNaN: true }), (asked, ageDays) => {
        for (const hazards of chances.hazards) {
          const each = asked.map((steps) => winsBy(hazards, chances, steps)(ageDays * DAY_MS));

          expect(winsByEach(hazards, chances, asked)(ageDays * DAY_MS)).toEqual(each);
        }
      }),
    );
  });
});
