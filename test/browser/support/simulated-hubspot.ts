import { PRO_LIMITS, type Simulator } from '../../../local/hubspot-simulator/options.ts';
import { startSimulator } from '../../../local/hubspot-simulator/start-simulator.ts';
import { PORTAL_NOW, somePortal } from './portal.ts';
import { ACCESS_TOKEN, APP_ID } from './preview-options.ts';

/** HubSpot with the tests' portal, whose clock stands still. */
export const simulatedHubSpot = (): Promise<Simulator> =>
  startSimulator({
    seed: somePortal(),
    port: 0,
    clock: { now: () => PORTAL_NOW },
    accessToken: ACCESS_TOKEN,
    appId: APP_ID,
    // A clock that stands still would never grant a second search.
    limits: { ...PRO_LIMITS, searchPerSecond: 1_000_000, perTenSeconds: 1_000_000 },
  });
