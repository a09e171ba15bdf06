import type { Clock } from '../../../functions/ports/clock.ts';
import { PRO_LIMITS, type Simulator } from '../../../local/hubspot-simulator/options.ts';
import { startSimulator } from '../../../local/hubspot-simulator/start-simulator.ts';
import { PORTAL_NOW, somePortal } from './portal.ts';
import { ACCESS_TOKEN, APP_ID } from './preview-options.ts';

/** HubSpot with the tests' portal, whose clock stands still unless another is given. */
export const simulatedHubSpot = (clock: Clock = { now: () => PORTAL_NOW }): Promise<Simulator> =>
  startSimulator({
    seed: somePortal(),
    port: 0,
    clock,
    accessToken: ACCESS_TOKEN,
    appId: APP_ID,
    // A clock that stands still would never grant a second search.
    limits: { ...PRO_LIMITS, searchPerSecond: 1_000_000, perTenSeconds: 1_000_000 },
  });
