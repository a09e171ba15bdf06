import type { DealsBehind } from '../analytics/deals-behind.ts';
import { knownVisits } from '../analytics/known-visits.ts';
import { isWithin } from '../analytics/period.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { AGENDA_MEASURES } from '../contract/coaching-report.ts';
import { valueAt } from '../history/change-column.ts';
import { agendaWeeks, measuresOf } from './agenda-changes.ts';
import { stalledDeals } from './stalled-report.ts';

/** The row of the whole pipeline's agenda; any other is an owner's id. */
export const TEAM_ROW = 'team';

/**
 * Coaching: row `team`, or an owner's id; columns `stalled`, and of what changed `now.{measure}` and `before.{measure}`. Stalled
 * deals are those of the owner at the report's instant; moves count for whoever owned the deal then.
 */
export const dealsBehindCoaching: DealsBehind = (question, { row, column }) => {
  const { table, stamp } = question;
  if (row === '') return null;
  const owner = row === TEAM_ROW ? null : table.ownerIds.indexOf(row);
  if (column !== 'stalled') return movedInWeeks(question, owner, column);
  const ownerOf = (deal: number): number => valueAt(table.owners, deal, stamp.asOf) || 0;
  const stalled = stalledDeals(question).map(({ deal }) => deal);
  return owner === null ? stalled : stalled.filter((deal) => ownerOf(deal) === owner);
};

function movedInWeeks(question: ReportQuestion, owner: number | null, column: string): readonly number[] | null {
  const { table, pipeline, stamp, calendar } = question;
  const [when, name] = column.split('.');
  const measure = AGENDA_MEASURES.find((each) => each === name);
  if (measure === undefined || (when !== 'now' && when !== 'before')) return null;
  const weeks = agendaWeeks(calendar.weeks);
  if (weeks === null) return [];
  const known = knownVisits(table, pipeline, stamp.asOf);
  const deals = new Set<number>();
  for (let visit = 0; visit < table.length; visit += 1) {
    if (!isWithin(weeks[when], known.endOf(visit)) || known.stageOf(visit) < 0 || !known.isKnown(visit)) continue;
    const isOwn = owner === null || table.owner[visit] === owner;
    if (isOwn && measuresOf(known.exitOf(visit)).includes(measure)) deals.add(table.deal[visit] ?? 0);
  }
  return [...deals];
}
