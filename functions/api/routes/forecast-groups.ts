import {
  type ForecastGroupsReport,
  forecastOwners,
  groupForecasts,
  openTeams,
  type OwnerGroup,
  type ReportQuestion,
  runningPeriods,
  type Target,
} from '@deal-stage-insights/shared';
import { NO_FILTERS } from '../../rollup/report-question.ts';
import { seesNames } from '../access.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { type Route, route } from '../operation.ts';
import { namesOrNone } from '../owner-names.ts';
import { namedOwners } from '../rep-asker.ts';
import { readForecastGroups } from '../report-api-operations.ts';
import type { ReportApiDeps } from '../report-api-routes.ts';
import type { Viewer } from '../viewer.ts';

/** The forecast by who owns the deals, as far as it is open to who asks (law L7). */
export function forecastGroupsRoute(deps: Pick<ReportApiDeps, 'readOwnerNames' | 'log'>, ask: AskFiltered): Route {
  return route(readForecastGroups, async (c, { pipelineId }) => {
    c.header('cache-control', 'no-store');
    const viewer = await c.var.viewer();
    const question = await ask(viewer, { pipelineId, filters: NO_FILTERS });
    const isNamed = seesNames(viewer);
    const names = isNamed ? await namesOrNone(deps) : new Map<string, string>();
    const { requestId } = c.var;
    if (isNamed) deps.log.info('reps looked at by name', { requestId, report: 'forecast', userId: viewer.userId });
    const { month, quarter } = runningPeriods(question);
    const answer: ForecastGroupsReport = {
      ...question.stamp,
      pipelineId,
      currency: question.account.currency,
      timeZone: question.account.timeZone,
      horizonDays: question.horizonDays,
      month: month.key,
      quarter: quarter.key,
      groups: {
        teams: groupForecasts(question, teamsFor(viewer, question)),
        owners: isNamed ? groupForecasts(question, ownersFor(viewer, question, names)) : null,
      },
    };
    return c.json(answer);
  });
}

/** By name those that the viewer sees; else those of them that are open together: no difference tells of a few. */
function teamsFor(viewer: Viewer, question: ReportQuestion): readonly OwnerGroup[] {
  const { people, sees, ownerId, visibility } = viewer;
  const teams = people.teams
    .filter(({ teamId }) => sees === 'all' || sees.has(teamId))
    .map(({ teamId, label }) => ({ id: teamId, label, ownerIds: people.ownersOfTeam(teamId) }));
  const { table, pipeline, stamp, teamTargets } = question;
  const { month, quarter } = runningPeriods(question);
  const open = seesNames(viewer)
    ? null
    : openTeams({
        table,
        pipeline,
        asOf: stamp.asOf,
        // Open deals are of now, wins of the month and the quarter; and the chances rest on all.
        periods: [
          { fromAt: stamp.asOf, toAt: stamp.asOf + 1 },
          month,
          quarter,
          { fromAt: Number.NEGATIVE_INFINITY, toAt: Number.POSITIVE_INFINITY },
        ],
        groups: teams.map(({ id, ownerIds }) => ({ groupId: id, members: ownerIds })),
        ownerId,
        othersMin: visibility.groupOthersMin,
      });
  const targetsOf = (id: string): readonly Target[] => teamTargets.filter(({ teamId }) => teamId === id);
  return teams
    .filter(({ id }) => open === null || open.has(id))
    .map((team) => ({ ...team, targets: targetsOf(team.id) }));
}

function ownersFor(
  viewer: Viewer,
  question: ReportQuestion,
  names: ReadonlyMap<string, string>,
): readonly OwnerGroup[] {
  const ids = [...forecastOwners(question)].sort();
  const named = namedOwners(viewer, ids, NO_FILTERS);
  const owners = ids
    .filter((id) => named === 'all' || named?.has(id))
    .map((id) => ({ id, label: names.get(id) ?? null, ownerIds: new Set([id]), targets: [] }));
  return [...owners, { id: null, label: null, ownerIds: new Set(['']), targets: [] }];
}
