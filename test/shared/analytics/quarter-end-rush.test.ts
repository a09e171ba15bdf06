import { DAY_MS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { quarterEndRush } from '../../../shared/src/analytics/quarter-end-rush.ts';
import { seededRandom } from '../../../shared/src/statistics/seeded-random.ts';

const startOf = (quarter: number) => Date.UTC(2024, 3 * quarter, 1);
const QUARTERS = Array.from({ length: 8 }, (_, quarter) => ({
  fromAt: startOf(quarter),
  toAt: startOf(quarter + 1),
}));
const [FROM, TO] = [startOf(0), startOf(8)];
const wins = (instants: readonly number[]) => instants.map((wonAt, deal) => ({ deal, wonAt }));
const aDay = (fromAt: number, toAt: number, each: number) =>
  Array.from({ length: Math.round(((toAt - fromAt) / DAY_MS) * each) }, (_, n) => fromAt + ((n + 0.5) / each) * DAY_MS);
/** Wins that become `growth` times as many from quarter to quarter, day by day alike: some 4000 in the last of them. */
const growing = (growth: number) =>
  QUARTERS.flatMap(({ fromAt, toAt }, quarter) => {
    const count = Math.round(4000 * growth ** (quarter - (growth > 1 ? 7 : 0)));
    const placed = (n: number) => Math.log1p(((n + 0.5) / count) * (growth - 1)) / Math.log(growth);
    return Array.from({ length: count }, (_, n) => fromAt + placed(n) * (toAt - fromAt));
  });
/** Known from before the first quarter on. */
const longKnown = (instants: readonly number[]) => wins([FROM - DAY_MS, ...instants]);

describe('quarterEndRush', () => {
  it('sees no rush where wins are spread evenly', () => {
    const { share, even, quarters, verdict } = quarterEndRush(longKnown(aDay(FROM, TO, 1)), QUARTERS);

    expect(even).toBeCloseTo(14 / (731 / 8), 3);
    expect(share).toMatchObject({ kind: 'estimate', value: (8 * 14) / 731, n: 731 });
    expect(quarters).toBe(8);
    expect(verdict).toBe('no-clear-rush');
  });

  it('sees one where the last two weeks have twice their part, and says its share', () => {
    const late = QUARTERS.flatMap(({ toAt }) => aDay(toAt - 14 * DAY_MS, toAt, 1));
    const { share, verdict } = quarterEndRush(longKnown([...aDay(FROM, TO, 1), ...late]), QUARTERS);

    expect(share).toMatchObject({ value: (2 * 8 * 14) / (731 + 8 * 14) });
    expect(verdict).toBe('rush');
  });

  it.each([
    ['doubles', 1.2],
    ['becomes tenfold', 1.78],
    ['halves', 0.84],
  ])('takes a business that %s in a year for none', (_, growth) => {
    expect(quarterEndRush(longKnown(growing(growth)), QUARTERS).verdict).toBe('no-clear-rush');
  });

  it('sees the rush of a business that grows', () => {
    const late = QUARTERS.flatMap(({ toAt }, quarter) => aDay(toAt - 14 * DAY_MS, toAt, 10 * 1.2 ** quarter));

    expect(quarterEndRush(longKnown([...growing(1.2), ...late]), QUARTERS).verdict).toBe('rush');
  });

  it('calls a rush in at most 5 of 100 businesses that have none', () => {
    const random = seededRandom(11);
    const businesses = Array.from({ length: 400 }, () => {
      const n = 20 + Math.floor(random() * 400);
      return longKnown(Array.from({ length: n }, () => FROM + random() * (TO - FROM)).sort((a, b) => a - b));
    });
    const rushes = businesses.filter((won) => quarterEndRush(won, QUARTERS).verdict === 'rush');

    expect(rushes.length).toBeLessThanOrEqual(20);
  });

  it('leaves out a quarter that history may reach into only in part, and counts a bound once', () => {
    const second = QUARTERS[1]?.fromAt ?? 0;
    const late = [FROM + 80 * DAY_MS, FROM + 85 * DAY_MS, second, second + DAY_MS, TO];

    expect(quarterEndRush(wins(late), QUARTERS)).toMatchObject({
      share: { kind: 'insufficient', n: 2, needed: 20 },
      quarters: 7,
      verdict: 'insufficient',
    });
  });

  it('says nothing of one quarter, of few wins, or of none', () => {
    const [first] = QUARTERS;
    const one = first === undefined ? [] : [first];

    expect(quarterEndRush(longKnown(aDay(FROM, TO, 1)), one).verdict).toBe('insufficient');
    expect(quarterEndRush(longKnown(aDay(FROM, FROM + 19 * DAY_MS, 1)), QUARTERS).verdict).toBe('insufficient');
    expect(quarterEndRush([], QUARTERS)).toMatchObject({ share: { n: 0 }, even: 0, verdict: 'insufficient' });
  });
});
