import {
  actionEffect,
  bottlenecks,
  DAY_MS,
  knownVisits,
  repComparison,
  typedAgainstMeasured,
} from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { type GeneratedPipeline, generatedBlocks } from '../../support/generated-blocks.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

/** Portals in which nothing happens but what the truth says: constant for two years. */
const portals = SEEDS.map((seed) => generatedBlocks({ seed, deals: 2000, days: 730, isPure: true }));

function quarters(endsAt: number) {
  return Array.from({ length: 8 }, (_, place) => ({
    fromAt: endsAt - (8 - place) * 90 * DAY_MS,
    toAt: endsAt - (7 - place) * 90 * DAY_MS,
  }));
}

/** As if an admin had typed, for each open stage, what is true times a factor. */
function typedAs({ pipeline, truth }: GeneratedPipeline, factor: number) {
  const stages = pipeline.stages.map((stage) => {
    const known = truth.stages.find(({ stageId }) => stageId === stage.stageId);
    return known === undefined ? stage : { ...stage, typedProbability: Math.min(1, known.winProbability * factor) };
  });
  return { ...pipeline, stages };
}

describe('the reports of portals with known truth', () => {
  it('call at most 5 % of rightly typed probabilities wrong, and find those typed at twice the truth', () => {
    const verdictsAt = (factor: number) =>
      portals.flatMap(({ portal: { endsAt }, pipelines }) =>
        pipelines.flatMap((each) =>
          typedAgainstMeasured({
            table: each.table,
            pipeline: typedAs(each, factor),
            periods: quarters(endsAt),
            asOf: endsAt,
          })
            .map(({ verdict }) => verdict)
            .filter((verdict) => verdict !== 'insufficient'),
        ),
      );
    const right = verdictsAt(1);
    const { portal, pipelines } = generatedBlocks({ seed: 1, deals: 6000, days: 730, isPure: true });
    const [mainPipeline] = pipelines;
    const { endsAt } = portal;
    const doubled = typedAgainstMeasured({
      table: mainPipeline!.table,
      pipeline: typedAs(mainPipeline!, 2),
      periods: quarters(endsAt),
      asOf: endsAt,
    });

    expect(right.length).toBeGreaterThan(40);
    expect(right.filter((verdict) => verdict !== 'not-distinguishable').length / right.length).toBeLessThanOrEqual(
      0.05,
    );
    expect(doubled.find(({ stageId }) => stageId === 'b2b_qualification')?.verdict).toBe('below');
    expect(doubled.some(({ verdict }) => verdict === 'above')).toBe(false);
  });

  it('call at most 5 % of stages slower, faster, or losing differently, where nothing changed', () => {
    const verdicts = portals.flatMap(({ portal: { endsAt }, pipelines }) =>
      pipelines.flatMap(({ pipeline, table }) => {
        const [previous, period] = quarters(endsAt).slice(-2);
        return bottlenecks({ table, pipeline, period: period!, previous: previous!, asOf: endsAt }).stages.flatMap(
          ({ dwell, losses }): string[] => [dwell.verdict, losses.verdict],
        );
      }),
    );
    const said = verdicts.filter((verdict) => verdict !== 'insufficient');

    expect(said.length).toBeGreaterThan(110);
    expect(said.filter((verdict) => verdict !== 'no-clear-change').length / said.length).toBeLessThanOrEqual(0.05);
  });

  it('tell of what was done about a stage with effect, and of nothing where it was in vain', () => {
    const verdicts = [1, 2, 4, 5, 6].map((seed) => {
      const { portal, truth, pipelines } = generatedBlocks({ seed, plantsActions: true });
      const [main] = pipelines;
      const known = knownVisits(main!.table, main!.pipeline, portal.endsAt);
      return truth.actions.map(({ stageId, fromAt }) => {
        const before = { fromAt: fromAt - 90 * DAY_MS, toAt: fromAt };
        const windows = { before, after: { fromAt, toAt: fromAt + 90 * DAY_MS }, days: 90, daysInAll: 90 };
        return actionEffect({ known, stageId, aim: 'dwell', windows, busyStageIds: new Set() }).verdict;
      });
    });

    expect(verdicts).toEqual(verdicts.map(() => ['improved', 'no-difference-detectable']));
  });

  it('tell of no difference in at most 5 % of stages about which nothing was done', () => {
    const verdicts = portals.flatMap(({ portal: { endsAt }, pipelines }) =>
      pipelines.flatMap(({ pipeline, table }) => {
        const [before, after] = quarters(endsAt).slice(-2);
        const known = knownVisits(table, pipeline, endsAt);
        const windows = { before: before!, after: after!, days: 90, daysInAll: 90 };
        return known.stageIds.flatMap((stageId) =>
          (['conversion', 'dwell'] as const).map(
            (aim) => actionEffect({ known, stageId, aim, windows, busyStageIds: new Set() }).verdict,
          ),
        );
      }),
    );
    const said = verdicts.filter((verdict) => verdict !== 'insufficient');

    expect(said.length).toBeGreaterThan(110);
    expect(said.filter((verdict) => verdict !== 'no-difference-detectable').length / said.length).toBeLessThanOrEqual(
      0.05,
    );
  });

  it('find the strongest and the weakest rep of a pipeline, and never take one for the other', () => {
    for (const { portal, truth, pipelines } of portals) {
      const period = { fromAt: portal.endsAt - 540 * DAY_MS, toAt: portal.endsAt };
      const [main] = pipelines;
      const team = truth.owners.filter(({ pipelineId }) => pipelineId === main!.pipeline.pipelineId);
      const inOrder = team.toSorted((a, b) => a.merit - b.merit);
      const { reps } = repComparison({ table: main!.table, pipeline: main!.pipeline, period, asOf: portal.endsAt });
      const verdictOf = (ownerId: string) => reps.find((rep) => rep.ownerId === ownerId)?.verdict;

      expect(verdictOf(inOrder.at(-1)!.ownerId)).toBe('better');
      expect(verdictOf(inOrder[0]!.ownerId)).toBe('worse');
    }
  });
});
