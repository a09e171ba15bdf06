import type { ExitKind } from '../contract/deal-insights.ts';
import type { Estimate } from '../contract/estimate.ts';
import type {
  ReasonLosses,
  StageLosses,
  StageRework,
  TransitionCell,
  TransitionCounts,
  TransitionsReport,
} from '../contract/transitions-report.ts';
import { DAY_MS } from '../history/instant.ts';
import { compareText, sorted } from '../history/order.ts';
import { type PipelineIndex, pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { clusteredRatio } from '../statistics/clustered-ratio.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';
import { type KnownVisits, knownVisits } from './known-visits.ts';
import { totalOf } from './period-deals.ts';
import { isWithin } from './period.ts';
import { repeatVisits } from './repeat-visits.ts';
import { daysOnly, reportHead } from './report-head.ts';
import type { CalendarPeriod, ReportQuestion } from './report-question.ts';
import { shareOfVisits } from './share-of-visits.ts';

/**
 * Where do deals go from each stage, how often do they come back, what does that cost, and where and why are they lost? Moves
 * are counted when they happen. Rework is the time spent in stages that the deal had been in before; its share of all time has
 * an interval that takes deals, not visits, as what may vary.
 * @example transitionsReport(question).now.reentries // 31
 */
export function transitionsReport(question: ReportQuestion): TransitionsReport {
  const { table, pipeline, calendar, stamp } = question;
  const known = knownVisits(table, pipeline, stamp.asOf);
  const index = pipelineIndex([pipeline]);
  const looked = { question, known, index, isRepeat: repeatVisits(known) };
  const [now, before] = [movesOf(looked, calendar.period), movesOf(looked, calendar.previous)];
  return {
    ...reportHead(question),
    now: now.counts,
    before: before.counts,
    moves: cellsOf(looked, now.moves),
    rework: now.rework,
    reworkShare: now.reworkShare,
    ...lossesOf(looked, now.moves),
  };
}

interface Looked {
  readonly question: ReportQuestion;
  readonly known: KnownVisits;
  readonly index: PipelineIndex;
  readonly isRepeat: Uint8Array;
}

interface Moves {
  /** Rows of visits to live stages that ended in the period. */
  readonly moves: readonly number[];
  readonly counts: TransitionCounts;
  readonly rework: readonly StageRework[];
  readonly reworkShare: Estimate;
}

function movesOf({ known, index, isRepeat }: Looked, period: CalendarPeriod): Moves {
  const { table, asOf } = known;
  const moves: number[] = [];
  const rework = known.stageIds.map((stageId) => ({ stageId, reentries: 0, deals: new Set<number>(), ms: 0 }));
  const spent = { again: [] as number[], whole: [] as number[], deals: [] as number[] };
  const came = new Set<number>();
  for (let row = 0; row < table.length; row += 1) {
    const [enteredAt, exitedAt] = [table.enteredAt[row] ?? 0, known.endOf(row)];
    if (enteredAt >= period.toAt || exitedAt < period.fromAt || known.stageOf(row) < 0 || !known.isKnown(row)) continue;
    const stage = rework[known.stageOf(row)];
    const deal = table.deal[row] ?? 0;
    if (exitedAt < period.toAt) moves.push(row);
    const ms = Math.max(0, Math.min(exitedAt, period.toAt, asOf) - Math.max(enteredAt, period.fromAt));
    if (spent.deals.at(-1) !== deal) {
      spent.deals.push(deal);
      spent.again.push(0);
      spent.whole.push(0);
    }
    const last = spent.deals.length - 1;
    spent.whole[last] = (spent.whole[last] ?? 0) + ms;
    if (isRepeat[row] !== 1 || stage === undefined) continue;
    spent.again[last] = (spent.again[last] ?? 0) + ms;
    stage.ms += ms;
    if (!isWithin(period, enteredAt)) continue;
    stage.reentries += 1;
    stage.deals.add(deal);
    came.add(deal);
  }
  const kinds = moves.map((row) => known.exitOf(row));
  const countOf = (kind: ExitKind): number => kinds.filter((each) => each === kind).length;
  return {
    moves,
    counts: {
      ...daysOnly(period),
      moves: moves.length,
      skips: countOf('skipped'),
      regressions: countOf('back'),
      reentries: rework.reduce((sum, { reentries }) => sum + reentries, 0),
      dealsWithReentry: came.size,
      reworkDays: rework.reduce((sum, { ms }) => sum + ms, 0) / DAY_MS,
      lost: countOf('lost'),
    },
    rework: rework.map(({ stageId, reentries, deals, ms }) => ({
      stage: stageView(index, stageId),
      reentries,
      deals: deals.size,
      days: ms / DAY_MS,
      cell: `${stageId}:reentries`,
    })),
    reworkShare: shareOfTime(spent.again, spent.whole),
  };
}

function shareOfTime(numerator: readonly number[], denominator: readonly number[]): Estimate {
  const n = denominator.length;
  const ratio = clusteredRatio({ numerator, denominator, cluster: null }, LEVEL);
  if (ratio === null || n < ENOUGH) return { kind: 'insufficient', n, needed: ENOUGH };
  const { value, low, high } = ratio;
  const limits = { low: Math.max(0, low), high: Math.min(1, high) };
  return { kind: 'estimate', value, ...limits, level: LEVEL, n, from: 'pipeline' };
}

/** Row of the matrix, column, and where the moves of the cell lie. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly kind: ExitKind;
  readonly rows: number[];
}

const NOWHERE = -1;

function cellsOf({ known, index }: Looked, moves: readonly number[]): readonly TransitionCell[] {
  const { table } = known;
  const cells = new Map<string, Cell>();
  const left = known.stageIds.map(() => 0);
  for (const row of moves) {
    const [from, kind] = [known.stageOf(row), known.exitOf(row)];
    if (kind === null) continue;
    left[from] = (left[from] ?? 0) + 1;
    const to = kind === 'moved' || kind === 'merged' || kind === 'deleted' ? NOWHERE : (table.toStage[row] ?? NOWHERE);
    const key = `${from} ${to} ${kind}`;
    const cell = cells.get(key) ?? { from, to, kind, rows: [] };
    cell.rows.push(row);
    cells.set(key, cell);
  }
  const shown = Array.from(cells.values(), ({ from, to, kind, rows }): TransitionCell => {
    const [fromId, toId] = [known.stageIds[from] ?? '', table.stageIds[to] ?? null];
    return {
      from: stageView(index, fromId),
      to: toId === null ? null : stageView(index, toId),
      kind,
      count: rows.length,
      share: shareOfVisits(rows.length, left[from] ?? 0),
      dwellDaysMedian: medianDays(known, rows),
      cell: `${fromId}:${kind === 'moved' || kind === 'merged' || kind === 'deleted' ? kind : `to.${toId ?? ''}`}`,
    };
  });
  return sorted(shown, inMatrixOrder);
}

function inMatrixOrder(a: TransitionCell, b: TransitionCell): number {
  const orderOf = ({ to }: TransitionCell): number => to?.displayOrder ?? Number.POSITIVE_INFINITY;
  return (
    a.from.displayOrder - b.from.displayOrder ||
    compareText(a.from.stageId, b.from.stageId) ||
    (orderOf(a) === orderOf(b) ? 0 : orderOf(a) - orderOf(b)) ||
    compareText(a.to?.stageId ?? a.kind, b.to?.stageId ?? b.kind)
  );
}

function medianDays({ table, ...known }: KnownVisits, rows: readonly number[]): number | null {
  const seen = rows.filter((row) => !known.isLate(row));
  const median = sampleQuantile(
    seen.map((row) => known.endOf(row) - (table.enteredAt[row] ?? 0)),
    0.5,
  );
  return median === null ? null : median / DAY_MS;
}

function lossesOf({ question, known, index }: Looked, moves: readonly number[]) {
  const { table, amounts } = question;
  const lost = moves.filter((row) => known.exitOf(row) === 'lost');
  const dealOf = (row: number): number => table.deal[row] ?? 0;
  const sumOf = (rows: readonly number[]) => {
    const { amount, withoutAmount } = totalOf(rows.map(dealOf), amounts.values);
    return { lost: rows.length, amount, withoutAmount };
  };
  const reasons = table.facts.get(LOST_REASON);
  const byReason = new Map<string | null, number[]>();
  for (const row of lost) {
    const reason = reasons?.[dealOf(row)] ?? null;
    const rows = byReason.get(reason) ?? [];
    rows.push(row);
    byReason.set(reason, rows);
  }
  const lossesByReason = Array.from(byReason, ([reason, rows]): ReasonLosses => {
    const share = shareOfVisits(rows.length, lost.length, 'pipeline');
    return { reason, ...sumOf(rows), share, cell: `${reason ?? ''}:reason` };
  });
  const lossesByStage = known.stageIds.map((stageId, stage): StageLosses => {
    const rows = lost.filter((row) => known.stageOf(row) === stage);
    const left = moves.filter((row) => known.stageOf(row) === stage).length;
    const shareOfLeft = shareOfVisits(rows.length, left);
    return { stage: stageView(index, stageId), ...sumOf(rows), shareOfLeft, cell: `${stageId}:lost` };
  });
  const inOrder = (a: ReasonLosses, b: ReasonLosses): number =>
    b.lost - a.lost || compareText(a.reason ?? '', b.reason ?? '');
  return { lossesByStage, lossesByReason: sorted(lossesByReason, inOrder).slice(0, REASONS) };
}

const LOST_REASON = 'closed_lost_reason';
const REASONS = 200;
