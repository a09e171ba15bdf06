import {
  CHANGE_KINDS,
  type ChangedDeal,
  type ChangeKind,
  type ChangesReport,
  type ChangeStep,
  type OpenPipeline,
} from '../contract/changes-report.ts';
import { compareText, sorted } from '../history/order.ts';
import { type PipelineIndex, pipelineIndex, stageView } from '../history/pipeline-index.ts';
import type { DealsBehind } from './deals-behind.ts';
import { majorUnits } from './open-deals.ts';
import { reportHead } from './report-head.ts';
import type { ReportQuestion } from './report-question.ts';
import { type DealChanges, dealChanges, kindsOf, type OpenState } from './deal-changes.ts';

const ROWS = 200;
const AS_NOW = ['team', 'dealType', 'source', 'segment', 'exchangeRate'];

/**
 * What changed in the open pipeline between two dates? A waterfall from then to now (new, moved on, moved back, waited, amounts,
 * won, lost, …) whose steps sum to the difference to the cent: in deals, in amount, and in what is to be expected of them.
 * @example changesReport(question).steps.find(({ kind }) => kind === 'won')?.amount // -48_000
 */
export function changesReport(question: ReportQuestion): ChangesReport {
  const { fromAt, toAt } = question.calendar.period;
  const changes = dealChanges(question);
  const listed = sorted(changes.filter(isMoreThanWaiting), bySize(question));
  const index = pipelineIndex([question.pipeline]);
  return {
    ...reportHead(question),
    fromAt,
    toAt,
    before: totalOf(changes.map(({ before }) => before)),
    after: totalOf(changes.map(({ after }) => after)),
    steps: CHANGE_KINDS.map((kind) => stepOf(kind, changes)),
    rows: listed.slice(0, ROWS).map((change) => rowOf(question, change, index)),
    rowsInAll: listed.length,
    asNow: AS_NOW,
  };
}

/** Changes: one row; columns `before` and `after`: open then, open now; and a column for each kind of change. */
export const dealsBehindChanges: DealsBehind = (question, { row, column }) => {
  const kind = CHANGE_KINDS.find((each) => each === column);
  if (row !== '' || (kind === undefined && column !== 'before' && column !== 'after')) return null;
  const isBehind = (change: DealChanges): boolean =>
    kind === undefined ? change[column === 'before' ? 'before' : 'after'] !== null : has(change, kind);
  return dealChanges(question)
    .filter(isBehind)
    .map(({ deal }) => deal);
};

function totalOf(states: readonly (OpenState | null)[]): OpenPipeline {
  let [deals, amount, expected, withoutAmount, withoutChance] = [0, 0, 0, 0, 0];
  for (const state of states) {
    if (state === null) continue;
    deals += 1;
    amount += state.amount ?? 0;
    expected += state.expected;
    if (state.amount === null) withoutAmount += 1;
    else if (state.chance === null) withoutChance += 1;
  }
  return { deals, amount: majorUnits(amount), expected: majorUnits(expected), withoutAmount, withoutChance };
}

function stepOf(kind: ChangeKind, changes: readonly DealChanges[]): ChangeStep {
  let [affected, affectedAmount, deals, amount, expected] = [0, 0, 0, 0, 0];
  for (const { contributions, amountNow } of changes) {
    for (const own of contributions) {
      if (own.kind !== kind) continue;
      affected += 1;
      affectedAmount += amountNow ?? 0;
      deals += own.deals;
      amount += own.amount;
      expected += own.expected;
    }
  }
  return {
    kind,
    cell: kind,
    affected,
    affectedAmount: majorUnits(affectedAmount),
    deals,
    amount: majorUnits(amount),
    expected: majorUnits(expected),
  };
}

const has = ({ contributions }: DealChanges, kind: ChangeKind): boolean =>
  contributions.some((each) => each.kind === kind);

const isMoreThanWaiting = ({ contributions }: DealChanges): boolean =>
  contributions.some(({ kind }) => kind !== 'waited');

const expectedChangeOf = ({ before, after }: DealChanges): number => (after?.expected ?? 0) - (before?.expected ?? 0);

function bySize({ table: { dealIds } }: ReportQuestion): (a: DealChanges, b: DealChanges) => number {
  const amountOf = ({ amountNow, amountThen }: DealChanges): number => amountNow ?? amountThen ?? 0;
  return (a, b) =>
    Math.abs(expectedChangeOf(b)) - Math.abs(expectedChangeOf(a)) ||
    amountOf(b) - amountOf(a) ||
    compareText(dealIds[a.deal] ?? '', dealIds[b.deal] ?? '');
}

function rowOf({ table }: ReportQuestion, change: DealChanges, index: PipelineIndex): ChangedDeal {
  const viewOf = (row: number) => (row < 0 ? null : stageView(index, table.stageIds[table.stage[row] ?? -1] ?? ''));
  return {
    dealId: table.dealIds[change.deal] ?? '',
    name: table.facts.get('dealname')?.[change.deal] ?? null,
    kinds: kindsOf(change),
    fromStage: viewOf(change.atStart),
    toStage: viewOf(change.atEnd),
    amountThen: majorOrNull(change.amountThen),
    amountNow: majorOrNull(change.amountNow),
    closeThenAt: instantOrNull(change.closeThenAt),
    closeNowAt: instantOrNull(change.closeNowAt),
    expectedChange: majorUnits(expectedChangeOf(change)),
  };
}

const majorOrNull = (minor: number | null): number | null => (minor === null ? null : majorUnits(minor));
const instantOrNull = (at: number): number | null => (Number.isNaN(at) ? null : at);
