import type { ChanceMove } from '../analytics/chance-moves.ts';
import { keptMoves } from '../analytics/kept-moves.ts';
import { knownVisits } from '../analytics/known-visits.ts';
import type { Period } from '../analytics/period.ts';
import { type RepEvidence, repEvidence } from '../analytics/rep-evidence.ts';
import { reportHead } from '../analytics/report-head.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { stalledDeals } from './stalled-report.ts';
import type { Agenda, CoachingReport } from '../contract/coaching-report.ts';
import type { ReportHead } from '../contract/report.ts';
import type { StalledDeal } from '../contract/stalled-report.ts';
import { valueAt } from '../history/change-column.ts';
import { pipelineIndex } from '../history/pipeline-index.ts';
import { agendaChanges, agendaWeeks, weekDays } from './agenda-changes.ts';
import { agendaPoints } from './agenda-points.ts';
import { clearOwnerStages } from './owner-stages.ts';
import { repPoints } from './rep-points.ts';
import { teamPoints } from './team-points.ts';

/**
 * Everybody's agenda: what rollup stores, and what nobody gets as it is. `coachingReport` cuts out of it what is open to the
 * asker.
 */
export interface CoachingEvidence extends ReportHead, Pick<CoachingReport, 'weeks'> {
  readonly rows: readonly (Agenda & { readonly ownerId: string })[];
  readonly team: Agenda;
  /** Whose deals were in play, by month of the comparison. */
  readonly months: RepEvidence['months'];
}

const [DEALS_OF_REP, DEALS_OF_TEAM] = [5, 20];
const DEALS_IN_ALL = 1000; // Of all reps together: the answer stays within one stored item.

/**
 * What is there to talk about, with each rep and with the team? Strengths and areas over the last twelve whole months (the
 * team's: of the report's period against the one before), stalled deals by what is at stake, and what changed in four weeks.
 * Definitions: `repPoints`, `teamPoints`, `stalledReport`, `agendaChanges`.
 * @param reps what is known of each rep, where the question's was made already
 */
export function coachingEvidence(question: ReportQuestion, reps = repEvidence(question)): CoachingEvidence {
  const { table, pipeline, calendar, stamp, account } = question;
  const known = knownVisits(table, pipeline, stamp.asOf);
  const weeks = agendaWeeks(calendar.weeks);
  const changes = weeks === null ? null : agendaChanges(known, weeks);
  const months = comparedMonths(question);
  const { moves } = keptMoves(known, months);
  const gainOf = gains(moves, known.stageIds);
  const index = pipelineIndex([pipeline]);
  const asked = { index, gainOf, ownerStages: clearOwnerStages(known, moves) };
  const telling = { currency: account.currency, wonAmountMean: wonAmountMean(reps.rows) };
  const waiting = waitingByOwner(question);
  const ownerIds = new Set([...reps.rows.map(({ ownerId }) => ownerId), ...waiting.byOwner.keys()]);
  const rowOf = new Map(reps.rows.map((row) => [row.ownerId, row]));
  return {
    ...reportHead(question),
    weeks: weeks === null ? null : weekDays(weeks),
    months: reps.months,
    rows: [...ownerIds].sort().map((ownerId) => {
      const row = rowOf.get(ownerId);
      const own = waiting.byOwner.get(ownerId) ?? NONE_WAITING;
      return {
        ownerId,
        ...agendaPoints(row === undefined ? [] : repPoints(row, asked), telling),
        ...own,
        changes: changes?.ofOwner(ownerId) ?? null,
      };
    }),
    team: {
      ...agendaPoints(teamPoints(question, asked), telling),
      deals: waiting.first,
      dealsInAll: waiting.inAll,
      changes: changes?.whole ?? null,
    },
  };
}

function comparedMonths({ calendar: { months } }: ReportQuestion): Period {
  return { fromAt: months[0]?.fromAt ?? 0, toAt: months.at(-1)?.toAt ?? 0 };
}

/** By stage id: the mean chance to win after moves that led on, less that after the others; 0 where one kind is missing. */
function gains(moves: readonly ChanceMove[], stageIds: readonly string[]): (stageId: string) => number {
  const sums = stageIds.map(() => ({ on: 0, onChance: 0, off: 0, offChance: 0 }));
  for (const { stage, leadsOn, chanceAfter } of moves) {
    const sum = sums[stage];
    if (sum === undefined) continue;
    sum[leadsOn ? 'on' : 'off'] += 1;
    sum[leadsOn ? 'onChance' : 'offChance'] += chanceAfter;
  }
  return (stageId) => {
    const { on, onChance, off, offChance } = sums[stageIds.indexOf(stageId)] ?? {
      on: 0,
      onChance: 0,
      off: 0,
      offChance: 0,
    };
    return on === 0 || off === 0 ? 0 : Math.max(0, onChance / on - offChance / off);
  };
}

function wonAmountMean(rows: RepEvidence['rows']): number | null {
  const won = rows.reduce((sum, row) => sum + row.won, 0);
  const amount = rows.reduce((sum, row) => sum + row.wonAmount, 0);
  return won === 0 || amount === 0 ? null : amount / won;
}

interface Waiting {
  readonly deals: readonly StalledDeal[];
  readonly dealsInAll: number;
}

const NONE_WAITING: Waiting = { deals: [], dealsInAll: 0 };

function waitingByOwner(question: ReportQuestion) {
  const { table, stamp } = question;
  const stalled = stalledDeals(question);
  const byOwner = new Map<string, { deals: StalledDeal[]; dealsInAll: number }>();
  stalled.forEach(({ deal, row }, place) => {
    const ownerId = table.ownerIds[valueAt(table.owners, deal, stamp.asOf) || 0] ?? '';
    if (ownerId === '') return;
    const own = byOwner.get(ownerId) ?? { deals: [], dealsInAll: 0 };
    byOwner.set(ownerId, own);
    own.dealsInAll += 1;
    if (place < DEALS_IN_ALL && own.deals.length < DEALS_OF_REP) own.deals.push(row());
  });
  return {
    byOwner,
    first: stalled.slice(0, DEALS_OF_TEAM).map(({ row }) => row()),
    inAll: stalled.length,
  };
}
