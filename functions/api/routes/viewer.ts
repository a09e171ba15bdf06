import type { ViewerAnswer } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { EVERYONE, seesNames, seesTeam, TEAM_REPORTS } from '../access.ts';
import { type Route, route } from '../operation.ts';
import type { Viewer } from '../viewer.ts';

const operation = {
  operationId: 'readViewer' as const,
  method: 'get' as const,
  path: '/v1/viewer',
  summary:
    'Who is asking, and what may be asked for: the role, the own owner id, teams, and whether reps are shown by name.',
  params: z.object({}),
  query: z.object({}),
  readers: EVERYONE,
  problems: [],
};

export const viewerRoute = (): Route =>
  route(operation, async (c) => {
    c.header('cache-control', 'no-store');
    return c.json(viewerAnswer(await c.var.viewer()));
  });

function viewerAnswer(viewer: Viewer): ViewerAnswer {
  const { role, ownerId, people } = viewer;
  return {
    role,
    ownerId,
    teams: people.teams
      .filter(({ teamId }) => seesTeam(viewer, teamId))
      .map(({ teamId, label }) => ({ teamId, label })),
    seesNames: seesNames(viewer),
    teamReports: seesNames(viewer) ? null : role === 'rep' ? [] : [...TEAM_REPORTS],
  };
}
