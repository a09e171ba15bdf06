import type { Estimate } from '../contract/estimate.ts';
import type {
  StagesReport,
  StageFigures,
  StageInProgress,
  StageWorkingTime,
  TypedAgainstWon,
} from '../contract/stages-report.ts';
import { type PipelineIndex, pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { isLive } from '../model/destinations.ts';
import type { PipelineModel, StageModel } from '../model/pipeline-model.ts';
import { winAt } from '../model/win-at.ts';
import { type Bottlenecks, bottlenecks, type StageBottleneck } from './bottlenecks.ts';
import { entryConversions } from './entry-conversions.ts';
import { filteredStages } from './filtered-stages.ts';
import { flow, type StageFlows } from './flow.ts';
import { knownVisits } from './known-visits.ts';
import { type DealTotal, stageTotals } from './period-deals.ts';
import { reportHead } from './report-head.ts';
import type { CalendarPeriod, ReportQuestion } from './report-question.ts';
import { type TypedAgainstMeasured, typedAgainstMeasured } from './typed-against-measured.ts';
import { type WorkingDwell, workingDwell } from './working-dwell.ts';

/**
 * The stages of a pipeline: time in each, where visits went, the chance to win from there, three conversions, work in
 * progress, what was typed against what was measured, and where it clogs. The live stages in display order, also those that no
 * deal was ever in; unlisted ones last. Closed stages have no row: deals do not wait there.
 *
 * Visits, dwell quantiles, shares and chances are those of the model, over all that is known by the instant; what says so is of
 * the period. Definitions: `buildPipelineModel`, `entryConversions`, `flow`, `bottlenecks`, `typedAgainstMeasured`.
 * @example stagesReport(question).stages[0]?.dwellDaysMedian
 */
export function stagesReport(question: ReportQuestion): StagesReport {
  const { pipeline, table } = question;
  const model = question.model();
  const index = pipelineIndex([pipeline]);
  const known = new Map(model.stages.map((stage) => [stage.stageId, stage]));
  const listed = pipeline.stages.filter(({ role }) => isLive(role)).sort((a, b) => a.displayOrder - b.displayOrder);
  const unlisted = model.stages.filter(({ stageId }) => !index.stages.has(stageId));
  const stageIds = [...listed, ...unlisted].map(({ stageId }) => stageId);
  const { upToDays, figuresOf } = periodFigures(question, index);
  const head = reportHead(question);
  return {
    ...head,
    horizonDays: model.horizonDays,
    upToDays,
    deals: { ...head.deals, ...model.deals, deleted: table.deletedDeals },
    stages: stageIds.map((stageId) => ({
      stage: stageView(index, stageId),
      ...modelFigures(known.get(stageId), model),
      ...figuresOf(stageId),
    })),
    filtered: filteredStages(question),
  };
}

const NOTHING: Estimate = { kind: 'insufficient', n: 0, needed: 1 };

type ModelFigure =
  | 'visits'
  | 'open'
  | 'exits'
  | 'dwellDaysMedian'
  | 'dwellDaysP80'
  | 'dwellDaysP90'
  | 'advanceShare'
  | 'lossShare'
  | 'stillThereShare'
  | 'winWithinHorizon'
  | 'winEver';

function modelFigures(stage: StageModel | undefined, model: PipelineModel): Pick<StageFigures, ModelFigure> {
  const chance = stage === undefined ? null : winAt(model, stage.stageId, 0);
  return {
    visits: stage?.visits ?? 0,
    open: stage?.open ?? 0,
    exits: stage?.exits ?? [],
    dwellDaysMedian: stage?.dwell.median ?? NOTHING,
    dwellDaysP80: stage?.dwell.p80 ?? NOTHING,
    dwellDaysP90: stage?.dwell.p90 ?? NOTHING,
    advanceShare: stage?.advanceShare ?? NOTHING,
    lossShare: stage?.lossShare ?? NOTHING,
    stillThereShare: stage?.stillThereShare ?? null,
    winWithinHorizon: chance?.atEntry ?? NOTHING,
    winEver: chance?.ever ?? NOTHING,
  };
}

const QUARTER_MONTHS = 3;

/** The figures of the period, by stage; a stage that no deal was ever in has nothing. */
function periodFigures(question: ReportQuestion, index: PipelineIndex) {
  const { table, pipeline, calendar, amounts, stamp } = question;
  const { period, previous } = calendar;
  const asked = { table, pipeline, asOf: stamp.asOf };
  const known = knownVisits(table, pipeline, stamp.asOf);
  const flows = flow({ ...asked, periods: [period] });
  const weekly = flow({ ...asked, periods: calendar.weeks });
  const clogged = bottlenecks({ ...asked, period, previous });
  const quarters = quartersOf(calendar.months);
  const typed = typedAgainstMeasured({ ...asked, periods: quarters });
  const conversions = entryConversions(known, index, period);
  const working = new Map(
    workingDwell({ ...asked, spans: question.openingSpans() }).map((each) => [each.stageId, each]),
  );
  const totals = stageTotals(known, amounts.values, period.toAt);
  const figuresOf = (stageId: string): Omit<StageFigures, ModelFigure | 'stage'> => {
    const place = known.stageIds.indexOf(stageId);
    const own = flows[place]?.periods[0];
    const sumOf = (counts: Readonly<Record<string, number>> | undefined): number =>
      Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
    return {
      entered: sumOf(own?.arrivals),
      left: sumOf(own?.exits),
      inProgress: inProgressOf(flows[place], weekly[place], totals[place]),
      conversions: conversions[place] ?? {
        entered: 0,
        stillWaiting: 0,
        allStages: index.stages.get(stageId)?.openRank === null ? null : NOTHING,
        anyStage: NOTHING,
        enteredCohort: NOTHING,
      },
      ...clogFigures(clogged, clogged.stages[place]),
      workingTime: workingTimeOf(working.get(stageId)),
      typed: typedOf(typed[place], quarters, index.stages.get(stageId)?.stage.typedProbability ?? null),
    };
  };
  return { upToDays: clogged.upToDays, figuresOf };
}

function inProgressOf(
  flows: StageFlows | undefined,
  weekly: StageFlows | undefined,
  total: DealTotal | undefined,
): StageInProgress {
  const own = flows?.periods[0];
  const { deals = 0, amount = 0, withoutAmount = 0 } = total ?? {};
  return {
    atStart: own?.atStart ?? 0,
    atEnd: own?.atEnd ?? 0,
    mean: own?.inProgressMean ?? 0,
    verdict: weekly?.drift.verdict ?? 'insufficient',
    perWeek: weekly?.drift.perPeriod ?? NOTHING,
    amount,
    amountMean: deals > withoutAmount ? amount / (deals - withoutAmount) : null,
    withoutAmount,
  };
}

function workingTimeOf(found: WorkingDwell | undefined): StageWorkingTime {
  if (found === undefined) return { hoursMedian: NOTHING, hoursP80: NOTHING, hoursP90: NOTHING, notCovered: 0 };
  const { hoursMedian, hoursP80, hoursP90, notCovered } = found;
  return { hoursMedian, hoursP80, hoursP90, notCovered };
}

type ClogFigure =
  | 'dwellDaysMean'
  | 'dwellDaysMeanBefore'
  | 'dwellDaysDifference'
  | 'lossIncidence'
  | 'lostOfLeft'
  | 'lostOfLeftBefore'
  | 'timeShare'
  | 'bottleneck';

function clogFigures(
  { mostTimeStageId }: Bottlenecks,
  stage: StageBottleneck | undefined,
): Pick<StageFigures, ClogFigure> {
  return {
    dwellDaysMean: stage?.dwell.days ?? NOTHING,
    dwellDaysMeanBefore: stage?.dwell.daysBefore ?? NOTHING,
    dwellDaysDifference: stage?.dwell.difference ?? NOTHING,
    lossIncidence: stage?.losses.incidence ?? NOTHING,
    lostOfLeft: stage?.losses.share ?? NOTHING,
    lostOfLeftBefore: stage?.losses.shareBefore ?? NOTHING,
    timeShare: stage?.timeShare ?? NOTHING,
    bottleneck: {
      reason: stage?.reason ?? null,
      dwell: stage?.dwell.verdict ?? 'insufficient',
      losses: stage?.losses.verdict ?? 'insufficient',
      takesMostTime: stage !== undefined && stage.stageId === mostTimeStageId,
    },
  };
}

/** Three whole months each, the newest ending with the last month that is over. */
function quartersOf(months: readonly CalendarPeriod[]): readonly CalendarPeriod[] {
  const ends = months.filter((_, place) => (months.length - 1 - place) % QUARTER_MONTHS === 0);
  return ends.flatMap((last) => {
    const first = months[months.indexOf(last) - QUARTER_MONTHS + 1];
    return first === undefined ? [] : [{ ...first, toDay: last.toDay, toAt: last.toAt }];
  });
}

function typedOf(
  found: TypedAgainstMeasured | undefined,
  quarters: readonly CalendarPeriod[],
  typed: number | null,
): TypedAgainstWon {
  const cohorts = (found?.cohorts ?? []).map(({ period, ...counts }) => {
    const days = quarters.find(({ fromAt }) => fromAt === period.fromAt);
    return { fromDay: days?.fromDay ?? '', toDay: days?.toDay ?? '', ...counts };
  });
  return { typed: found?.typed ?? typed, verdict: found?.verdict ?? 'insufficient', cohorts };
}
