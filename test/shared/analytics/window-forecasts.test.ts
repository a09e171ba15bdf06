import { DAY_MS, windowForecasts } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { type ForecastInputs, forecastInputsAt } from '../../../shared/src/analytics/forecast-inputs.ts';
import { generatedBlocks, type GeneratedPipeline } from '../../support/generated-blocks.ts';

/** A Monday, 00:00. */
const ENDS_AT = Date.UTC(2026, 10, 16);
/** Every tenth day of the last year: all days of the week alike. */
const INSTANTS = Array.from({ length: 35 }, (_, place) => ENDS_AT - (35 - place) * 10 * DAY_MS);
const WINDOW = { fromMs: 0, toMs: 3 * DAY_MS };
const EFFORT = { windows: [WINDOW], versions: 1, draws: 0, seed: 1 };
const EVEN = [1, 1, 1, 1, 1, 1, 1];

/** By how many wins of open deals what is said of the three days from each instant misses, in all, with the week's pace and without. */
function missesOf(pipelines: readonly GeneratedPipeline[]) {
  const missed = { paced: 0, even: 0 };
  for (const { table, pipeline } of pipelines) {
    const { inputs, won } = forecastInputsAt({ table, pipeline, horizonDays: 30, currency: 'EUR' }, INSTANTS);
    for (const each of inputs) {
      const open = new Set(each.open.map(({ deal }) => deal));
      const isIn = ({ deal, wonAt }: { readonly deal: number; readonly wonAt: number }): boolean =>
        open.has(deal) && wonAt > each.asOf && wonAt <= each.asOf + WINDOW.toMs;
      const came = new Set(won.filter(isIn).map(({ deal }) => deal)).size;
      missed.paced += Math.abs(winsSaid(each) - came);
      missed.even += Math.abs(winsSaid({ ...each, business: { ...each.business, pace: EVEN } }) - came);
    }
  }
  return missed;
}

function winsSaid(inputs: ForecastInputs): number {
  const [said] = windowForecasts({ ...inputs, ...EFFORT });
  return said?.chances.reduce((sum, chance) => sum + chance, 0) ?? 0;
}

describe('windowForecasts', () => {
  it('miss less where nobody closes deals at weekends, and hardly more where every day is alike', () => {
    const portal = { deals: 3000, seed: 11, endsAt: ENDS_AT };

    const atWork = missesOf(generatedBlocks(portal).pipelines);
    const always = missesOf(generatedBlocks({ ...portal, isPure: true }).pipelines);

    expect(atWork.paced / atWork.even).toBeLessThan(0.95);
    expect(always.paced / always.even).toBeLessThan(1.02);
  });

  it('say next to nothing of a weekend on which nobody works, and the same of whole weeks', () => {
    const { pipelines } = generatedBlocks({ deals: 3000, seed: 11, endsAt: ENDS_AT });
    const saturday = ENDS_AT - 2 * DAY_MS;
    for (const { table, pipeline } of pipelines) {
      const [inputs] = forecastInputsAt({ table, pipeline, horizonDays: 30, currency: 'EUR' }, [saturday]).inputs;
      if (inputs === undefined) throw new Error('The inputs of an instant that was asked for are made.');
      const windows = [2, 4, 14].map((days) => ({ fromMs: 0, toMs: days * DAY_MS }));
      const meansAt = (pace: readonly number[]) =>
        windowForecasts({ ...inputs, ...EFFORT, windows, business: { ...inputs.business, pace } }).map(
          ({ open }) => open.mean,
        );

      const [weekend = 0, toTuesday = 0, fortnight = 0] = meansAt(inputs.business.pace);

      expect(weekend).toBeLessThan(toTuesday / 5);
      expect(fortnight).toBeCloseTo(meansAt(EVEN)[2] ?? 0, 3);
    }
  });
});
