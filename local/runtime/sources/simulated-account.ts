import type { CorrectiveAction } from '@deal-stage-insights/shared';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../../functions/ports/clock.ts';
import type { Faults, Simulator, SimulatorLimits } from '../../hubspot-simulator/options.ts';
import { startSimulator } from '../../hubspot-simulator/start-simulator.ts';
import type { PortalSeed } from '../../portal-seed.ts';
import { APP_ID, type Account } from './source.ts';
import { usersOf } from './users.ts';

export interface SimulatedOptions {
  readonly seed: PortalSeed;
  readonly clock: Clock;
  readonly limits: SimulatorLimits;
  readonly dataDir: string;
  readonly liveMove: ((simulator: Simulator) => void) | null;
  readonly faults?: Faults;
  readonly actions?: readonly CorrectiveAction[];
}

export async function openSimulatedAccount(options: SimulatedOptions): Promise<Account> {
  const { seed, clock, limits, dataDir, liveMove, faults = {}, actions = [] } = options;
  const accessToken = randomUUID();
  const simulator = await startSimulator({
    seed,
    port: 0,
    clock,
    accessToken,
    appId: APP_ID,
    limits,
    faults,
    dataDir: join(dataDir, 'hubspot'),
  });
  const { portalId, currency, timeZone, endsAt } = seed;
  return {
    hubspotUrl: simulator.url,
    accessToken,
    portalId,
    currency,
    timeZone,
    clock,
    endsAt,
    users: usersOf(seed),
    actions,
    simulated: { simulator, liveMove: liveMove === null ? null : () => liveMove(simulator) },
    close: () => simulator.close(),
  };
}
