import {
  buildPipelineModel,
  type CalendarSettings,
  convertedAmounts,
  type CorrectiveAction,
  type CriteriaSettings,
  DAY_MS,
  DEFAULT_SETTINGS,
  filterDeals,
  flagQuality,
  type FrozenRecords,
  judgedChances,
  type LentPipeline,
  noFrozenRecords,
  type PipelineModel,
  type PipelineRates,
  type PipelineView,
  type ReportFilters,
  type ReportQuestion,
  type Snooze,
  type Stamp,
  type Target,
  type VisitBlock,
} from '@deal-stage-insights/shared';
import { openingSpans } from '../working-calendar/opening-spans.ts';
import { datedAction } from './action-windows.ts';
import { reportCalendar } from './report-calendar.ts';

/** Working time is told of visits that began in this time: five years. */
const WORKING_TIME_MS = 5 * 365 * DAY_MS;
const SEED = 1; // Intervals are drawn at random; the same inputs must give the same bytes.

export const NO_FILTERS: ReportFilters = {
  fromDay: null,
  toDay: null,
  asOfDay: null,
  owner: null,
  team: null,
  dealType: null,
  source: null,
  amountBand: null,
  segment: null,
};

export interface ReportInputs {
  /** All deals of the pipeline, as the settings want them read; so the pipeline. */
  readonly table: VisitBlock;
  readonly pipeline: PipelineView;
  readonly account: ReportQuestion['account'];
  readonly stamp: Stamp;
  /** The headline's; left out: the usual one. Fixed, because the end of a quarter makes every chance fall. */
  readonly horizonDays?: number;
  /** Working time and the fiscal year; left out: the usual ones. */
  readonly calendar?: CalendarSettings;
  /** Of all pipelines and teams. */
  readonly targets?: readonly Target[];
  /** Of all pipelines; left out: none. */
  readonly actions?: readonly CorrectiveAction[];
  readonly filters?: ReportFilters;
  /** Of the settings; left out: none. */
  readonly criteria?: CriteriaSettings;
  /** How frozen forecasts of the whole pipeline have fared; left out: none, as of a filter or a past day. */
  readonly frozen?: FrozenRecords | undefined;
  /** Rates of the portal's other pipelines; left out: none, as of a past day. */
  readonly others?: readonly PipelineRates[] | undefined;
  /** Their stages, for a pipeline without one that stands on its own; left out: none. */
  readonly lent?: readonly LentPipeline[] | undefined;
  /** Deals that wait with reason, by id; left out: none. */
  readonly snoozes?: ReadonlyMap<string, Snooze> | undefined;
  /** What is known of the whole table already; left out: made when it is first asked for. */
  readonly shownModel?: (() => PipelineModel) | undefined;
  readonly flagQuality?: ReportQuestion['flagQuality'] | undefined;
  /** Needed where a team is asked for. */
  readonly teamOwnerIds?: ReadonlySet<string>;
  /** Whose deals may be told of; left out: everybody's. */
  readonly readsDealsOf?: ((ownerId: string) => boolean) | undefined;
}

/**
 * The question that reports answer; null where its period has no day that is over. The model, and how it fared, are made
 * when first asked for.
 */
export function reportQuestion(inputs: ReportInputs): ReportQuestion | null {
  const { table: all, pipeline, account, stamp, filters = NO_FILTERS } = inputs;
  const { horizonDays = DEFAULT_SETTINGS.horizons.headlineDays } = inputs;
  const { currency, timeZone } = account;
  const { asOf, position } = stamp;
  const { fiscalYearStartMonth, week, holidays } = inputs.calendar ?? DEFAULT_SETTINGS.calendar;
  const { fromDay, toDay } = filters;
  const calendar = reportCalendar({ asOf, timeZone, fiscalYearStartMonth, fromDay, toDay });
  if (calendar === null) return null;
  const { table, filteredOut } = filterDeals({
    table: all,
    filters,
    currency,
    asOf,
    teamOwnerIds: inputs.teamOwnerIds ?? new Set<string>(),
    readsDealsOf: inputs.readsDealsOf,
  });
  const { frozen = noFrozenRecords({ pipeline }), others = [] } = inputs;
  const days = calendar.mondays.filter(({ at }) => at <= asOf);
  const landmarks = days.map(({ at }) => at);
  const asked = { table, pipeline, asOf, horizonDays };
  // What filters choose has its whole pipeline to borrow from, not the portal's others.
  const lent = table === all ? inputs.lent : undefined;
  const model = once(() => buildPipelineModel({ ...asked, position, seed: SEED, lent }));
  const judged = once(() =>
    judgedChances({ ...asked, days, modelVersion: stamp.modelVersion, frozen: frozen.chances, others }),
  );
  const { shownModel = () => (table === all ? asShown({ model, judged }) : wholeModel(inputs)) } = inputs;
  const { flagQuality: quality = () => flagQuality({ ...asked, table: all, landmarks }) } = inputs;
  return {
    table,
    unfiltered: all,
    pipeline,
    others,
    model,
    judged,
    shownModel: once(shownModel),
    flagQuality: once(quality),
    account: { currency, timeZone },
    calendar,
    openingSpans: once(() =>
      openingSpans({ timeZone, week, holidays }, { fromAt: asOf - WORKING_TIME_MS, toAt: asOf }),
    ),
    amounts: convertedAmounts(table, currency, asOf),
    horizonDays,
    criteria: inputs.criteria ?? DEFAULT_SETTINGS.criteria,
    snoozes: inputs.snoozes ?? new Map<string, Snooze>(),
    frozenTotals: frozen.totals,
    targets: targetsFor(pipeline.pipelineId, filters, inputs.targets ?? []),
    teamTargets: (inputs.targets ?? []).filter(
      ({ pipelineId, teamId }) => pipelineId === pipeline.pipelineId && teamId !== null,
    ),
    actions: (inputs.actions ?? [])
      .filter(({ pipelineId }) => pipelineId === pipeline.pipelineId)
      .map((action) => datedAction(action, { asOf, timeZone })),
    filters,
    filteredOut,
    stamp,
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A model with the chance that its own past decided for. */
function asShown({ model, judged }: Pick<ReportQuestion, 'model' | 'judged'>): PipelineModel {
  const { promotion, stageRates } = judged();
  return { ...model(), shown: { promotion, stageRates } };
}

function wholeModel({ filters: _filters, readsDealsOf: _readsDealsOf, ...inputs }: ReportInputs): PipelineModel {
  const question = reportQuestion(inputs);
  if (question === null) throw new RangeError('The last 90 days are over on any day.');
  return question.shownModel();
}

/** A target is of all deals of a pipeline, or of a team's: what else filters cut out has none. */
function targetsFor(
  pipelineId: string,
  { fromDay: _from, toDay: _to, asOfDay: _asOf, team, ...others }: ReportFilters,
  targets: readonly Target[],
): readonly Target[] {
  if (Object.values(others).some((filter) => filter !== null)) return [];
  return targets.filter((target) => target.pipelineId === pipelineId && target.teamId === team);
}
