import { Hono } from 'hono';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { Faults } from '../options.ts';
import { HubSpotProblem, notFound } from '../problem.ts';
import type { Account } from './account.ts';
import { batchReadRoute } from './batch-read.ts';
import { dealRoutes } from './deal-routes.ts';
import { deliberateFaults } from './deliberate-faults.ts';
import { ownerRoutes } from './owner-routes.ts';
import { pipelineRoutes } from './pipeline-routes.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { searchRoute } from './search-route.ts';
import { dealTaskRoutes, taskRoutes } from './task-routes.ts';
import { teamRoutes } from './team-routes.ts';

const DEALS = '/crm/v3/objects/deals';

interface AppParts {
  readonly account: Account;
  readonly clock: Clock;
  /** The one that is valid at the moment; null: none is. */
  readonly accessToken: () => string | null;
  readonly faults: Faults;
}

/** HubSpot's API as far as the product calls it. */
export function createSimulatorApp({ account, clock, accessToken, faults }: AppParts): Hono {
  const limiter = createRateLimiter(account, clock);
  const now = () => clock.now();
  const app = new Hono({ strict: false }); // HubSpot's client asks for /crm/v3/owners/

  app.onError((error) => {
    const problem =
      error instanceof HubSpotProblem ? error : new HubSpotProblem(500, error.message, { category: 'INTERNAL' });
    return Response.json(problem.body(), { status: problem.status });
  });
  app.notFound((context) => {
    throw notFound(`No such path: ${context.req.path}`);
  });

  app.use(deliberateFaults(faults));
  app.use(async function bearerToken({ req }, next) {
    const token = accessToken();
    if (token === null || req.header('authorization') !== `Bearer ${token}`)
      throw new HubSpotProblem(
        401,
        'Authentication credentials not found. This API supports OAuth 2.0 authentication.',
        {
          category: 'INVALID_AUTHENTICATION',
        },
      );
    return next();
  });
  app.use(async function rateLimits(context, next) {
    if (context.req.path === `${DEALS}/search`) limiter.admitSearch();
    else for (const [name, value] of Object.entries(limiter.admit())) context.header(name, value);
    return next();
  });

  app.route(`${DEALS}/batch/read`, batchReadRoute(account, now));
  app.route(`${DEALS}/search`, searchRoute(account));
  app.route(DEALS, dealRoutes(account));
  app.route('/crm/v3/objects/tasks', taskRoutes(account, now));
  app.route('/crm/v4/objects/deals', dealTaskRoutes(account));
  app.route('/crm/v3/pipelines/deals', pipelineRoutes(account));
  app.route('/crm/v3/owners', ownerRoutes(account));
  app.route('/settings/teams/2026-09-beta', teamRoutes(account));
  app.get('/account-info/v3/details', (context) => context.json(accountDetails(account)));
  return app;
}

const accountDetails = ({ seed }: Account) => ({
  portalId: Number(seed.portalId),
  accountType: 'STANDARD',
  timeZone: seed.timeZone,
  companyCurrency: seed.currency,
  additionalCurrencies: [],
  utcOffset: '+00:00',
  utcOffsetMilliseconds: 0,
  uiDomain: 'app.hubspot.com',
  dataHostingLocation: 'eu1',
});
