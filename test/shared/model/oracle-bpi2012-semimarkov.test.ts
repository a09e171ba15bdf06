import { aalenJohansen, kaplanMeier, restrictedMean, stepValue, survivalQuantile } from '@deal-stage-insights/shared';
import { expect, it } from 'vitest';
import { chainedWins } from '../../../shared/src/model/chained-wins.ts';
import { destinationsOf } from '../../../shared/src/model/destinations.ts';
import { firstExits } from '../../../shared/src/model/first-exits.ts';
import { stageSamples } from '../../../shared/src/model/stage-sample.ts';
import { readBpi2012 } from '../../support/bpi2012.ts';
import { describeOracle, differences, EXACT } from '../../support/oracles.ts';

type ByStage<T> = Readonly<Record<string, T>>;

interface StageFigures {
  readonly dwellQuantileDays: readonly { readonly p: number }[];
  readonly cifAtDays: { readonly days: readonly number[]; readonly to: ByStage<readonly number[]> };
}

interface SemiMarkovOracle {
  readonly cases: readonly {
    readonly landmark: string;
    readonly stages: ByStage<StageFigures>;
    readonly winFromEntry: ByStage<number>;
    readonly winFromEntryTailLost: ByStage<number>;
    readonly winGivenAge: ByStage<readonly { readonly age: number }[]>;
  }[];
}

const DAY_MS = 86_400_000;

describeOracle<SemiMarkovOracle>('bpi2012-semimarkov', ({ cases }) => {
  it('holds at least one case', () => expect(cases.length).toBeGreaterThan(0));

  it.each(cases)('equals the whole model in R on a real log, exactly: $landmark', async (expected) => {
    const { table, pipeline } = await readBpi2012();
    const destinations = destinationsOf(pipeline, table.stageIds);
    const asOf = Date.parse(expected.landmark);
    const samples = stageSamples(table, destinations, { asOf, horizonMs: 0 }).map((sample) => ({
      ...sample,
      time: sample.time.map((ms) => ms / DAY_MS),
    }));
    const curves = samples.map((sample) => aalenJohansen(sample, destinations.count));
    const fromEntry = curves.map((curve) => firstExits(curve)!);
    const resolvedOnly = chainedWins(
      fromEntry.map(({ exits, unresolved }) => exits.map((share) => share / (1 - unresolved))),
      destinations,
    );
    const tailLost = chainedWins(
      fromEntry.map(({ exits }) => exits),
      destinations,
    );
    const byStage = <T>(figures: (stageId: string, place: number) => T) =>
      Object.fromEntries(destinations.liveStageIds.map((stageId, place) => [stageId, figures(stageId, place)]));
    const chance = (exits: Float64Array, wins: readonly (number | null)[]): number =>
      exits.reduce((sum, share, k) => sum + share * (k === destinations.won ? 1 : (wins[k] ?? 0)), 0);

    const got = {
      landmark: expected.landmark,
      stages: byStage((stageId, place) => {
        const [sample, curve] = [samples[place]!, curves[place]!];
        const { dwellQuantileDays, cifAtDays } = expected.stages[stageId]!;
        const mean = restrictedMean(curve, 30);
        return {
          n: curve.n,
          exits: sample.visits - sample.open,
          open: sample.open,
          dwellQuantileDays: dwellQuantileDays.map(({ p }) => {
            const { value, low, high } = survivalQuantile(kaplanMeier(sample), p);
            return { p, value, lower: low, upper: high };
          }),
          rmean30: mean.value,
          rmean30se: mean.standardError,
          unresolvedTail: curve.survival.at(-1),
          cifAtDays: {
            days: cifAtDays.days,
            stay: cifAtDays.days.map((day) => stepValue(curve.time, curve.survival, day, 1)),
            to: Object.fromEntries(
              Object.keys(cifAtDays.to).map((toStage) => {
                const incidence = curve.cumulativeIncidence[destinations.of(toStage)]!;
                return [toStage, cifAtDays.days.map((day) => stepValue(curve.time, incidence, day, 0))];
              }),
            ),
          },
        };
      }),
      winFromEntry: byStage((_, place) => resolvedOnly[place]),
      winFromEntryTailLost: byStage((_, place) => tailLost[place]),
      winGivenAge: byStage((stageId, place) =>
        expected.winGivenAge[stageId]!.map(({ age }) => {
          const later = firstExits(curves[place]!, age);
          if (later === null) return { age, win: null, stay: 0 };
          const { exits, unresolved, stay } = later;
          return {
            age,
            win: chance(exits, resolvedOnly) / (1 - unresolved),
            winTailLost: chance(exits, tailLost),
            stay,
            unresolved,
          };
        }),
      ),
    };

    expect(differences(got, expected, EXACT)).toEqual([]);
  });
});
