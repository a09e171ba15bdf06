import { Hono } from 'hono';
import type { Account } from './account.ts';

/** `/settings/teams/2026-09-beta`: all on one page, as accounts have few. HubSpot's client does not know this resource. */
export function teamRoutes({ seed }: Account): Hono {
  return new Hono().get('/', (context) =>
    context.json({
      results: seed.teams.map(({ teamId, name, parentTeamId = null }) => ({ id: teamId, name, parentTeamId })),
    }),
  );
}
