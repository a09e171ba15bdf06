import { type CalendarPeriod, openTeams, type ReportQuestion, type VisitBlock } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { Viewer } from './viewer.ts';

/**
 * The question about a team as far as it may be answered while reps are not shown by name: whole months, in each of which the
 * team is open (law L7). Weeks are left out: fewer reps may be behind one. `table` holds the deals of the whole pipeline.
 */
export function openTeamQuestion(
  { people, sees, ownerId, visibility }: Viewer,
  question: ReportQuestion,
  table: VisitBlock,
): ReportQuestion {
  const { calendar, pipeline, stamp, filters } = question;
  const isIn = ({ fromAt, toAt }: CalendarPeriod, of: CalendarPeriod) => fromAt >= of.fromAt && toAt <= of.toAt;
  const months = calendar.months.filter((month) => isIn(month, calendar.period));
  if (months[0]?.fromAt !== calendar.period.fromAt || months.at(-1)?.toAt !== calendar.period.toAt) {
    const message = 'Ask for whole months of the last twelve: from the first of a month to the first of another.';
    throw new AppError('invalid-request', message, { errors: [{ location: 'query.from', message }] });
  }
  const seen = people.teams.filter(({ teamId }) => sees === 'all' || sees.has(teamId));
  const open = openTeams({
    table,
    pipeline,
    asOf: stamp.asOf,
    // The period before is part of the answer, and so is how many deals the team ever had.
    periods: [...months, calendar.previous, { fromAt: Number.NEGATIVE_INFINITY, toAt: Number.POSITIVE_INFINITY }],
    groups: seen.map(({ teamId }) => ({ groupId: teamId, members: people.ownersOfTeam(teamId) })),
    ownerId,
    othersMin: visibility.groupOthersMin,
  });
  if (!open.has(filters.team ?? '')) {
    throw new AppError(
      'forbidden',
      `In some of these months the figures would tell of fewer than ${visibility.groupOthersMin} other reps, of this team or of those beside it.`,
    );
  }
  return { ...question, calendar: { ...calendar, months, weeks: [], mondays: [] } };
}
