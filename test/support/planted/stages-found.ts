import {
  bottlenecks,
  coachingFigures,
  DAY_MS,
  seededRandom,
  stagesReport,
  transitionsReport,
} from '@deal-stage-insights/shared';
import { workingTime } from '../../../local/generator/calendar.ts';
import type { PipelineModel } from '../../../local/generator/pipeline-model.ts';
import { PIPELINE_MODELS } from '../../../local/generator/pipeline-models.ts';
import type { StageTruth } from '../../../local/generator/truth.ts';
import type { Held } from '../held.ts';
import type { Looked } from './look-at.ts';
import { holds, isBelowHigh, shareOfExits, truthOf } from './truth-of.ts';

/** What happens in stages. */
export function stagesFound(looked: Looked): Held {
  return {
    ...slowStage(looked),
    ...mistyped(looked),
    ...skippedStage(looked),
    ...zombies(looked),
    ...reentryLoop(looked),
  };
}

/** Whole weeks: deals move on five days of seven, and of two spans the one with a weekday more would see more of them leave. */
const LOOK_DAYS = 91;
/** As `bottlenecks` counts each visit. */
const UP_TO_DAYS = 90;

function slowStage(looked: Looked): Held {
  const { planted, of, asOf } = looked;
  const { pipelineId, stageId, factor, fromAt } = planted('slow-stage');
  const { pipeline, table } = of(pipelineId);
  const period = { fromAt: asOf - LOOK_DAYS * DAY_MS, toAt: asOf };
  const previous = { fromAt: fromAt - LOOK_DAYS * DAY_MS, toAt: fromAt };
  const { stages } = bottlenecks({ table, pipeline, period, previous, asOf });
  const found = stages.find((stage) => stage.stageId === stageId);
  const truth = truthOf(looked, pipelineId).find((stage) => stage.stageId === stageId);
  return {
    'slow stage: found, and no other stage of it':
      found?.dwell.verdict === 'slower' &&
      stages.every(({ dwell }) => dwell === found.dwell || dwell.verdict !== 'slower'),
    'slow stage: planted days within':
      truth === undefined ? null : holds(found?.dwell.difference, moreDays(truth, factor, (asOf - fromAt) / DAY_MS)),
  };
}

/**
 * By how many days the mean up to 90 days is longer where visits entered up to `sinceDays` before the end are slower: at each
 * age the days looked at watch both kinds, each for as many days of entry as fit in, and a curve follows their common hazard.
 * Whoever is due at night or on a weekend leaves at the next hour of work.
 */
function moreDays({ stillThereAfter }: StageTruth, factor: number, sinceDays: number): number {
  const step = 0.25;
  const waits = waitsForWork();
  const stillThere = (age: number, times: number): number =>
    waits.reduce((sum, wait) => sum + stillThereAfter(Math.max(0, age - wait) / times), 0) / waits.length;
  const at = (age: number) => ({ usual: stillThere(age, 1), slow: stillThere(age, factor) });
  let [survival, more, here] = [1, 0, at(0)];
  for (let age = 0; age < UP_TO_DAYS; age += step) {
    const days = Math.max(0, Math.min(LOOK_DAYS, sinceDays - age));
    const atRisk = ({ usual, slow }: typeof here): number => days * slow + (LOOK_DAYS - days) * usual;
    const later = at(age + step);
    const next = (survival * atRisk(later)) / atRisk(here);
    more += (step * (survival + next - here.usual - later.usual)) / 2;
    [survival, here] = [next, later];
  }
  return more;
}

/** Days to the next hour at which somebody works, from every seventh hour of a week: each hour of the day is one of them. */
function waitsForWork(): readonly number[] {
  const random = seededRandom(1);
  const monday = Date.UTC(2026, 0, 5);
  return Array.from({ length: 24 }, (_, place) => monday + ((7 * place + 0.5) * DAY_MS) / 24).map(
    (at) => (workingTime(at, random) - at) / DAY_MS,
  );
}

function mistyped(looked: Looked): Held {
  const { planted, question } = looked;
  const { pipelineId, stageId, measured } = planted('mis-typed');
  const asked = question(pipelineId);
  const typed = stagesReport(asked).stages.find(({ stage }) => stage.stageId === stageId)?.typed;
  const [, newest] = typed?.cohorts ?? [];
  const told = coachingFigures(asked).stages.find((stage) => stage.stageId === stageId)?.typed;
  const low = newest?.winShareIfOpenAreLost;
  return {
    'mis-typed: found': typed?.verdict === 'above' && (told ?? null) !== null,
    'mis-typed: no stage called off that is not, or the other way': PIPELINE_MODELS.every((model) =>
      isOffAsCalled(looked, model),
    ),
    // Deals that are never closed are no wins in the truth; the report gives both readings of those that are open.
    'mis-typed: planted chance within':
      low?.kind === 'estimate' && newest !== undefined
        ? low.low <= measured && isBelowHigh(newest.winShare, measured)
        : null,
  };
}

/** Whether each verdict on a typed probability of a pipeline goes the way of the truth. */
function isOffAsCalled(looked: Looked, { pipelineId, stages }: PipelineModel): boolean {
  const truth = truthOf(looked, pipelineId);
  return stagesReport(looked.question(pipelineId)).stages.every(({ stage, typed }) => {
    const measured = truth.find(({ stageId }) => stageId === stage.stageId)?.winProbability ?? Number.NaN;
    const probability = stages.find(({ stageId }) => stageId === stage.stageId)?.probability ?? Number.NaN;
    if (typed?.verdict === 'above') return measured > probability;
    return typed?.verdict !== 'below' || measured < probability;
  });
}

function skippedStage(looked: Looked): Held {
  const { planted, question } = looked;
  const { pipelineId, stageId, share } = planted('skipped-stage');
  const contrast = looked
    .coaches(pipelineId)
    .figures.contrasts.find(
      ({ feature, value, outcome, ...each }) =>
        each.stageId === 'b2b_proposal' && feature === 'skipped-before' && value === stageId && outcome === 'won',
    );
  const hints = looked.hintsOf(pipelineId, 'skipped-stage');
  const cell = transitionsReport(question(pipelineId)).moves.find(
    ({ from, to }) => from.stageId === 'b2b_meeting' && to?.stageId === 'b2b_proposal',
  );
  const [all, those] = [truthOf(looked, pipelineId), truthOf(looked, pipelineId, { skipping: true })].map((stages) =>
    stages.find((stage) => stage.stageId === 'b2b_meeting'),
  );
  const leaving = (stage: StageTruth | undefined): number =>
    (stage?.visitsPerDeal ?? 0) * (1 - (stage?.neverExitsShare ?? 0));
  const skips = shareOfExits(those, (toStageId) => toStageId === stageId);
  return {
    'skipped stage: found':
      contrast !== undefined &&
      contrast.with.hits / contrast.with.n < contrast.without.hits / contrast.without.n &&
      hints.length > 0,
    'skipped stage: planted share within': holds(cell?.share, (share * leaving(those) * skips) / leaving(all)),
  };
}

/** Deals that will never leave are called stalled, once they have been there for longer than nearly all that do. */
function zombies(looked: Looked): Held {
  const { planted, openRecords } = looked;
  const { pipelineId, stageId } = planted('zombies', 'collaborative');
  const coaches = looked.coaches(pipelineId);
  const old = openRecords(pipelineId)
    .map((record) => coaches.card(record))
    .filter((card) => card.stage.stageId === stageId && (card.current?.ageDays ?? 0) > 150);
  const stalled = old.filter((card) => card.stalled.verdict === 'stalled').length;
  const truth = truthOf(looked, pipelineId).find((stage) => stage.stageId === stageId);
  return {
    'zombies: found': old.length > 20 && stalled > 0.9 * old.length,
    'zombies: planted share of those that go on within': holds(
      coaches.model.stages.find((stage) => stage.stageId === stageId)?.advanceShare,
      shareOfExits(truth, (toStageId) => toStageId === 'col_expectations') * (1 - (truth?.neverExitsShare ?? 0)),
    ),
  };
}

function reentryLoop(looked: Looked): Held {
  const { planted, question } = looked;
  return Object.fromEntries(
    ['default', 'collaborative'].flatMap((pipelineId) => {
      const { stageId, backToStageId } = planted('re-entry-loop', pipelineId);
      const report = transitionsReport(question(pipelineId));
      const cell = report.moves.find(({ from, to }) => from.stageId === stageId && to?.stageId === backToStageId);
      const rework = report.rework.find(({ stage }) => stage.stageId === backToStageId);
      const truth = truthOf(looked, pipelineId).find((stage) => stage.stageId === stageId);
      return [
        [`re-entry loop in ${pipelineId}: found`, cell?.kind === 'back' && (rework?.reentries ?? 0) > 0],
        [
          `re-entry loop in ${pipelineId}: planted share within`,
          holds(
            cell?.share,
            shareOfExits(truth, (toStageId) => toStageId === backToStageId),
          ),
        ],
      ];
    }),
  );
}
