import { type CorrectiveAction, seededRandom } from '@deal-stage-insights/shared';
import { portalDay } from '../../../functions/portal-day.ts';
import { generatePortal } from '../../generator/generate-portal.ts';
import type { PlantedAction } from '../../generator/planted-actions.ts';
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
      const { portal, truth } = generatePortal({
        seed: SEED,
        endsAt: remembered?.endsAt ?? systemClock.now(),
        teamSizes: LARGE_TEAMS,
        plantsActions: true,
      });
      const random = seededRandom(SEED);
      return openSimulatedAccount({
        seed: portal,
        clock: systemClock,
        limits: PRO_LIMITS,
        dataDir,
        actions: truth.actions.map((planted, place) => recorded(planted, place, portal.timeZone)),
        liveMove: (simulator) => void makeLiveMove({ simulator, pipelines: portal.pipelines, random }),
      });
    },
  };
}

function recorded(
  { pipelineId, stageId, fromAt, done }: PlantedAction,
  place: number,
  timeZone: string,
): CorrectiveAction {
  return { actionId: `action-${place + 1}`, pipelineId, stageId, day: portalDay(fromAt, timeZone), done, aim: 'dwell' };
}
