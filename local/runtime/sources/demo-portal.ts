import { seededRandom } from '@deal-stage-insights/shared';
import { generatePortal } from '../../generator/generate-portal.ts';
import { LARGE_TEAMS } from '../../generator/people.ts';
import { makeLiveMove } from '../../hubspot-simulator/live-moves.ts';
import { PRO_LIMITS } from '../../hubspot-simulator/options.ts';
import { systemClock } from '../../../functions/system-clock.ts';
import { openSimulatedAccount } from './simulated-account.ts';
import type { Source } from './source.ts';

const SEED = 1;

/** A generated account that ends where it was first opened, and lives on from there. */
export function demoPortal(): Source {
  return {
    key: 'demo',
    title: 'the demo portal',
    async open(remembered, dataDir) {
      const { portal } = generatePortal({
        seed: SEED,
        endsAt: remembered?.endsAt ?? systemClock.now(),
        teamSizes: LARGE_TEAMS,
      });
      const random = seededRandom(SEED);
      return openSimulatedAccount({
        seed: portal,
        clock: systemClock,
        limits: PRO_LIMITS,
        dataDir,
        liveMove: (simulator) => void makeLiveMove({ simulator, pipelines: portal.pipelines, random }),
      });
    },
  };
}
