import { bottlenecks, type StageBottleneck } from '../analytics/bottlenecks.ts';
import { chanceMoves } from '../analytics/chance-moves.ts';
import { type KnownVisits, knownVisits } from '../analytics/known-visits.ts';
import type { Period } from '../analytics/period.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { type TypedAgainstMeasured, typedAgainstMeasured } from '../analytics/typed-against-measured.ts';
import type { Stamp } from '../contract/stamp.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { openStageIds } from '../history/pipeline-index.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import { closeDateChangesOf, closeDatePushes } from './close-date-pushes.ts';
import { clearContrasts, type Contrast } from './contrasts.ts';
import type { Counted } from './mark-counts.ts';
import { type DealPath, dealPaths } from './deal-paths.ts';
import { type AmountThirds, amountThirds } from './features.ts';
import { type PastDeal, pastDeals } from './past-deals.ts';
import { clearOwnerStages, type OwnerStage } from './owner-stages.ts';
import { type WonDays, wonDaysByStage } from './won-days.ts';

/**
 * What rules hold a deal against, besides the pipeline's model: plain JSON, some kilobytes, stored beside it. A card reads it
 * and no other deal. It names owners: nothing of it leaves the API but what a rule says to those who may read it.
 */
export interface CoachingFigures extends Stamp {
  readonly pipelineId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly thirds: AmountThirds | null;
  /** Of the deals that closed in the last two years. */
  readonly amounts: { readonly n: number; readonly median: number } | null;
  readonly contrasts: readonly Contrast[];
  readonly ownerStages: readonly OwnerStage[];
  /** Won of the closed deals whose close date was pushed three times or more, and of all others. */
  readonly pushed: { readonly often: Counted; readonly seldom: Counted };
  /** Deals that were ever lost, those that came back to a live stage, and those of these that are won now. */
  readonly winBack: { readonly lost: number; readonly reopened: number; readonly won: number };
  readonly stages: readonly StageCoaching[];
  /** The newest first. */
  readonly pastDeals: readonly PastDeal[];
}

export interface StageCoaching {
  readonly stageId: string;
  readonly wonDays: WonDays;
  /** Where what was typed in HubSpot is systematically not what becomes of the deals. */
  readonly typed: { readonly typed: number; readonly measured: Counted } | null;
  /** Where clearly more visits end in a loss than in the quarter before: shares of exits. */
  readonly moreLosses: { readonly now: number; readonly before: number; readonly n: number } | null;
}

const WINDOW_DAYS = 730; // Two years: long enough for counts, short enough for a team that changes.
const OWNER_WINDOW_DAYS = 365;
const QUARTER_DAYS = 91;
const QUARTERS = 8;
/** From here on a close date counts as pushed often. */
export const PUSHED_OFTEN = 3;
const ENOUGH_AMOUNTS = 30;

/**
 * Measures what coaching rules rest on: what the deals that were won have in common, how long they stayed, which stages and
 * owners differ, and past deals to look at. A pure function of the report's question; every comparison in it is one that the
 * number of comparisons was allowed for.
 * @example coachingFigures(question).stages[0]?.wonDays.deals
 */
export function coachingFigures({ table, pipeline, account, amounts, stamp }: CoachingQuestion): CoachingFigures {
  const { asOf, position, modelVersion } = stamp;
  const known = knownVisits(table, pipeline, asOf);
  const paths = dealPaths(known);
  const sinceAt = asOf - WINDOW_DAYS * DAY_MS;
  const closed = paths.filter(({ closedAt }) => closedAt >= sinceAt);
  const closedAmounts = closed.map(({ deal }) => amounts.values[deal] ?? Number.NaN).filter((amount) => amount > 0);
  const thirds = amountThirds(closedAmounts);
  const source = { known, table, amounts: amounts.values, thirds, openStageIds: openStageIds(pipeline.stages) };
  return {
    asOf,
    position,
    modelVersion,
    pipelineId: pipeline.pipelineId,
    currency: account.currency,
    timeZone: account.timeZone,
    thirds,
    amounts:
      closedAmounts.length < ENOUGH_AMOUNTS
        ? null
        : { n: closedAmounts.length, median: sampleQuantile(closedAmounts, 0.5) ?? 0 },
    contrasts: clearContrasts({ ...source, paths, sinceAt }),
    ownerStages: clearOwnerStages(
      known,
      chanceMoves(known, { fromAt: asOf - OWNER_WINDOW_DAYS * DAY_MS, toAt: asOf + 1 }).moves,
    ),
    pushed: pushedDeals(table, closed),
    winBack: winBack(known, paths),
    stages: stageCoaching({ table, pipeline, known, paths, asOf }),
    pastDeals: pastDeals(source, closed),
  };
}

type CoachingQuestion = Pick<ReportQuestion, 'table' | 'pipeline' | 'account' | 'amounts' | 'stamp'>;

interface Seen extends Pick<CoachingQuestion, 'table' | 'pipeline'> {
  readonly known: KnownVisits;
  readonly paths: readonly DealPath[];
  readonly asOf: EpochMs;
}

function stageCoaching({ table, pipeline, known, paths, asOf }: Seen): readonly StageCoaching[] {
  const quarters = lastQuarters(asOf);
  const [previous, period] = quarters.slice(-2);
  const wonDays = wonDaysByStage(known, paths);
  const typed = typedAgainstMeasured({ table, pipeline, periods: quarters, asOf });
  const changes =
    previous === undefined || period === undefined
      ? []
      : bottlenecks({ table, pipeline, period, previous, asOf }).stages;
  return known.stageIds.map((stageId, place) => ({
    stageId,
    wonDays: wonDays[place] ?? { deals: 0, days: [] },
    typed: typedOff(typed.find((each) => each.stageId === stageId)),
    moreLosses: moreLosses(changes.find((each) => each.stageId === stageId)),
  }));
}

/** Quarters of 91 days up to the instant, oldest first: they need no calendar. */
function lastQuarters(asOf: EpochMs): readonly Period[] {
  return Array.from({ length: QUARTERS }, (_, place) => {
    const fromAt = asOf - (QUARTERS - place) * QUARTER_DAYS * DAY_MS;
    return { fromAt, toAt: fromAt + QUARTER_DAYS * DAY_MS };
  });
}

function typedOff(found: TypedAgainstMeasured | undefined): StageCoaching['typed'] {
  if (found === undefined || found.typed === null) return null;
  if (found.verdict !== 'below' && found.verdict !== 'above') return null;
  const sum = (count: 'won' | 'lost'): number => found.cohorts.reduce((total, cohort) => total + cohort[count], 0);
  return { typed: found.typed, measured: { n: sum('won') + sum('lost'), hits: sum('won') } };
}

function moreLosses(found: StageBottleneck | undefined): StageCoaching['moreLosses'] {
  if (found === undefined || found.losses.verdict !== 'more') return null;
  const { share, shareBefore } = found.losses;
  if (share.kind !== 'estimate' || shareBefore.kind !== 'estimate') return null;
  return { now: share.value, before: shareBefore.value, n: share.n };
}

function pushedDeals(
  { closeDates }: CoachingQuestion['table'],
  closed: readonly DealPath[],
): CoachingFigures['pushed'] {
  const often = { n: 0, hits: 0 };
  const seldom = { n: 0, hits: 0 };
  for (const { deal, outcome, closedAt } of closed) {
    const changes = closeDateChangesOf(closeDates, deal);
    const group = closeDatePushes(changes, closedAt).pushes >= PUSHED_OFTEN ? often : seldom;
    group.n += 1;
    if (outcome === 'won') group.hits += 1;
  }
  return { often, seldom };
}

function winBack(known: KnownVisits, paths: readonly DealPath[]): CoachingFigures['winBack'] {
  const counts = { lost: 0, reopened: 0, won: 0 };
  for (const { from, to, outcome } of paths) {
    let lostRow = from;
    while (lostRow < to && known.roleOf(lostRow) !== 'lost') lostRow += 1;
    if (lostRow === to) continue;
    counts.lost += 1;
    let isReopened = false;
    for (let row = lostRow + 1; row < to; row += 1) if (known.stageOf(row) >= 0) isReopened = true;
    if (!isReopened) continue;
    counts.reopened += 1;
    if (outcome === 'won') counts.won += 1;
  }
  return counts;
}
