import { factChance, gainOfFacts, type LearnedRow, seededRandom, trainFactModel } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';

/** Deals of which a third is won by the life table; a call, if it tells, moves that to .6 or .15. */
function someRows(tells: boolean, deals = 800): readonly LearnedRow[] {
  const random = seededRandom(3);
  return Array.from({ length: deals }, (_, deal) => {
    const hasCall = random() < 0.4 ? 1 : 0;
    const won = random() < (tells ? (hasCall === 1 ? 0.6 : 0.15) : 0.33) ? 1 : 0;
    return [0, 1].map((): LearnedRow => {
      const values = [hasCall, random()];
      return { dealId: String(1000 + deal), values, lifeTable: 0.33, outcome: won, isDue: true };
    });
  }).flat();
}

const FACTS = ['had a call', 'noise'];

describe('factChance', () => {
  it('moves the chance by a fact that tells, and names it', () => {
    const model = trainFactModel(FACTS, someRows(true));

    const called = factChance(model, { dealId: '1', values: [1, 0.5], lifeTable: 0.33 });
    const not = factChance(model, { dealId: '2', values: [0, 0.5], lifeTable: 0.33 });

    expect(called.chance).toBeGreaterThan(0.5);
    expect(not.chance).toBeLessThan(0.22);
    expect(called.moved[0]).toBeGreaterThan(5 * Math.abs(called.moved[1] ?? 0));
    expect(not.moved[0]).toBeLessThan(0);
  });
});

describe('gainOfFacts', () => {
  it('lies clearly above 0 where a fact tells', () => {
    expect(gainOfFacts(FACTS, someRows(true))).toMatchObject({ low: expect.any(Number) });
    const gain = gainOfFacts(FACTS, someRows(true));
    if ('kind' in gain) throw new Error('nothing compared');
    expect(gain.low).toBeGreaterThan(0.02);
  });

  it('does not lie clearly above 0 where the facts are noise', () => {
    const gain = gainOfFacts(FACTS, someRows(false));

    if ('kind' in gain) throw new Error('nothing compared');
    expect(gain.low).toBeLessThanOrEqual(0);
  });

  it('is insufficient for few deals, for one outcome alone, and where nothing has come due', () => {
    const rows = someRows(true);

    expect(gainOfFacts(FACTS, someRows(true, 100))).toEqual({ kind: 'insufficient', n: 100, needed: 200 });
    expect(
      gainOfFacts(
        FACTS,
        rows.map((row) => ({ ...row, outcome: 0 })),
      ),
    ).toEqual({
      kind: 'insufficient',
      n: 0,
      needed: 50,
    });
    expect(
      gainOfFacts(
        FACTS,
        rows.map((row) => ({ ...row, isDue: false })),
      ),
    ).toMatchObject({ n: 0 });
    expect(gainOfFacts(FACTS, [])).toEqual({ kind: 'insufficient', n: 0, needed: 200 });
  });
});
