import type { ExitKind } from '../contract/deal-insights.ts';
import { LOST, type DealLifetimes, WON } from './deal-cycle.ts';
import { type KnownVisits, knownVisits, leadsOn } from './known-visits.ts';
import { isWithin } from './period.ts';
import { repeatVisits } from './repeat-visits.ts';
import type { ReportQuestion } from './report-question.ts';
import { sourceRows } from './source-rows.ts';
import { velocityInputs } from './velocity.ts';

/** A figure's place in a report. The row is empty where a report has only one. */
export interface Cell {
  readonly row: string;
  readonly column: string;
}

/** Whether a visit is behind a figure. */
type VisitTest = (row: number) => boolean;

/** The deals behind a figure, as places in the table of the question; null: the report has no such cell. */
export type DealsBehind = (question: ReportQuestion, cell: Cell) => readonly number[] | null;

/**
 * Overview and velocity: `open-value`, `open-deals`: in a live stage at the end of the period; `new-deals`: began in it; `won-deals` and
 * what rests on wins: won in it; `win-rate`: closed in it.
 */
export const dealsBehindPeriod: DealsBehind = (question, { row, column }) => {
  if (row !== '') return null;
  const { table, pipeline, stamp, amounts, calendar } = question;
  const { known, lifetimes } = velocityInputs({ table, pipeline, asOf: stamp.asOf, amounts: amounts.values });
  const closed = (outcomes: readonly number[]): readonly number[] =>
    lifetimesWhere(
      lifetimes,
      (at) =>
        isWithin(calendar.period, lifetimes.endedAt[at] ?? Number.NaN) && outcomes.includes(lifetimes.outcome[at] ?? 0),
    );
  switch (column) {
    case 'open-value':
    case 'open-deals':
      return dealsWhere(known, (visit) => known.stageOf(visit) >= 0 && isInStageAt(known, visit, calendar.period.toAt));
    case 'new-deals':
      return lifetimesWhere(lifetimes, (at) => isWithin(calendar.period, lifetimes.beganAt[at] ?? Number.NaN));
    case 'won-deals':
    case 'won-value':
    case 'cycle-days':
    case 'velocity':
      return closed([WON]);
    case 'win-rate':
      return closed([WON, LOST]);
    default:
      return null;
  }
};

/**
 * Stages and flow: row is a stage; columns `entered`, `left`, `at-start`, `at-end`, `led-on`, and a kind of exit such as
 * `lost`: of the period.
 */
export const dealsBehindStage: DealsBehind = (question, { row, column }) => {
  const { known, stage, isLeaving } = asked(question, row);
  const { period } = question.calendar;
  const tests: Readonly<Record<string, VisitTest>> = {
    entered: (visit) => isWithin(period, known.table.enteredAt[visit] ?? Number.NaN),
    left: isLeaving,
    'at-start': (visit) => isInStageAt(known, visit, period.fromAt),
    'at-end': (visit) => isInStageAt(known, visit, period.toAt),
    'led-on': (visit) => isLeaving(visit) && leadsOn(known.exitOf(visit)),
  };
  const holds = tests[column] ?? exitTest(column, known, isLeaving);
  if (stage < 0 || holds === null) return null;
  return dealsWhere(known, (visit) => known.stageOf(visit) === stage && holds(visit));
};

/**
 * Transitions: row is the stage left; columns `to.{stage}` and the kinds of exit that lead nowhere; `reentries`; `lost`. In
 * column `reason` the row is the reason of the loss, empty for none.
 */
export const dealsBehindTransitions: DealsBehind = (question, { row, column }) => {
  const { known, stage, isLeaving } = asked(question, row);
  const { table, calendar } = question;
  if (column === 'reason') {
    const reasons = table.facts.get('closed_lost_reason');
    const isOfReason: VisitTest = (visit) => (reasons?.[table.deal[visit] ?? 0] ?? '') === row;
    return dealsWhere(known, (visit) => isLeaving(visit) && known.exitOf(visit) === 'lost' && isOfReason(visit));
  }
  if (stage < 0) return null;
  const isRepeat = column === 'reentries' ? repeatVisits(known) : null;
  const to = column.startsWith('to.') ? table.stageIds.indexOf(column.slice('to.'.length)) : null;
  const holds: VisitTest | null =
    isRepeat !== null
      ? (visit) => isRepeat[visit] === 1 && isWithin(calendar.period, table.enteredAt[visit] ?? Number.NaN)
      : to !== null
        ? (visit) => isLeaving(visit) && table.toStage[visit] === to && isTransition(known.exitOf(visit))
        : exitTest(column, known, isLeaving);
  return holds === null ? null : dealsWhere(known, (visit) => known.stageOf(visit) === stage && holds(visit));
};

/** Sources: row is the source (empty: unset; `*`: those taken together); column a stage that was left, or `won`. */
export const dealsBehindSources: DealsBehind = (question, { row, column }) => {
  const { known, isLeaving } = asked(question, column);
  const stage = known.stageIds.indexOf(column);
  const { sources, ofDeal } = sourceRows(question, known);
  const place = sources.findIndex((source) => source.row === row);
  if (place < 0 || (stage < 0 && column !== 'won')) return null;
  if (column === 'won' && stage < 0) {
    const won = dealsBehindPeriod(question, { row: '', column: 'won-deals' }) ?? [];
    return won.filter((deal) => ofDeal(deal) === place);
  }
  return dealsWhere(
    known,
    (visit) => known.stageOf(visit) === stage && isLeaving(visit) && ofDeal(known.table.deal[visit] ?? 0) === place,
  );
};

function asked({ table, pipeline, stamp, calendar }: ReportQuestion, stageId: string) {
  const known = knownVisits(table, pipeline, stamp.asOf);
  const isLeaving: VisitTest = (visit) => isWithin(calendar.period, known.endOf(visit));
  return { known, stage: known.stageIds.indexOf(stageId), isLeaving };
}

const EXIT_KINDS: readonly string[] = [
  'advanced',
  'back',
  'skipped',
  'won',
  'lost',
  'moved',
  'merged',
  'deleted',
] satisfies readonly ExitKind[];

function exitTest(column: string, known: KnownVisits, isLeaving: VisitTest): VisitTest | null {
  return EXIT_KINDS.includes(column) ? (visit) => isLeaving(visit) && known.exitOf(visit) === column : null;
}

const isTransition = (exit: ExitKind | null): boolean =>
  exit !== null && exit !== 'moved' && exit !== 'merged' && exit !== 'deleted';

function isInStageAt(known: KnownVisits, visit: number, at: number): boolean {
  return (known.table.enteredAt[visit] ?? Number.NaN) < at && !(known.endOf(visit) < at);
}

/** Rows of a deal are adjacent, so that each deal comes once. */
function dealsWhere(known: KnownVisits, holds: VisitTest): readonly number[] {
  const deals: number[] = [];
  for (let visit = 0; visit < known.table.length; visit += 1) {
    const deal = known.table.deal[visit] ?? 0;
    if (deals.at(-1) !== deal && known.isKnown(visit) && holds(visit)) deals.push(deal);
  }
  return deals;
}

function lifetimesWhere({ deal, length }: DealLifetimes, holds: (at: number) => boolean): readonly number[] {
  const deals: number[] = [];
  for (let at = 0; at < length; at += 1) if (holds(at)) deals.push(deal[at] ?? 0);
  return deals;
}
