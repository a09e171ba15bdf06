import type { Estimate } from '../contract/estimate.ts';
import type { WinTrendPoint } from '../contract/deal-coaching.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { StageVisit } from '../history/timeline.ts';
import type { PipelineModel } from '../model/pipeline-model.ts';
import { shownChance } from '../model/shown-chance.ts';

const POINTS = 9; // today and eight weeks back
const STEP_DAYS = 7;

/**
 * How the chance of a deal to be won moved over the last eight weeks, a point a week up to now, oldest first: what the model of
 * today says of the stage and the age that the deal had then. So a point is not what was said at the time; it shows what
 * age and stage alone made of the chance. Instants before the deal's first visit, in another pipeline, or in a closed stage
 * have no point.
 * @example dealWinTrend(model, timeline.visits, now).at(-1) // { at: now, stageId: 'proposal', withinHorizon: 0.31, … }
 */
export function dealWinTrend(
  model: PipelineModel,
  visits: readonly StageVisit[],
  now: EpochMs,
): readonly WinTrendPoint[] {
  return Array.from({ length: POINTS }, (_, point) => now - (POINTS - 1 - point) * STEP_DAYS * DAY_MS).flatMap((at) => {
    const visit = visits
      .filter(({ enteredAt, exitedAt }) => enteredAt <= at && (exitedAt === null || at < exitedAt))
      .at(-1);
    if (visit === undefined || visit.pipelineId !== model.pipelineId || !isLive(visit)) return [];
    const chance = shownChance(model, visit.stageId, at - visit.enteredAt);
    return [
      {
        at,
        stageId: visit.stageId,
        withinHorizon: valueOf(chance?.withinHorizon),
        ever: valueOf(chance?.ever),
      },
    ];
  });
}

const isLive = ({ role }: StageVisit) => role === 'open' || role === 'parked';

const valueOf = (estimate: Estimate | undefined): number | null =>
  estimate?.kind === 'estimate' ? estimate.value : null;
