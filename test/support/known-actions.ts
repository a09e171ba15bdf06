import { actionEffect, knownVisits, type PipelineView } from '@deal-stage-insights/shared';
import { day } from './builders.ts';
import type { Held } from './held.ts';
import { PLAIN, twoStages } from './simulated-deals.ts';
import { type KnownTable, simulatedPortal } from './simulated-portal.ts';

const ACTED_ON_DAY = 270;
/** Every week from the first on which something may be said, and the last of all. */
const LOOKS = [14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 90];

/** Something was done about a stage, and nothing came of it: whether a difference was ever told of, in all looks together. */
export function actionsInVain(table: KnownTable, pipeline: PipelineView): Held {
  const told = ['demo', 'offer'].flatMap((stageId) =>
    (['conversion', 'dwell'] as const).map((aim) => {
      const verdicts = LOOKS.map((days) => effectAfter(days, { table, pipeline, stageId, aim }).verdict);
      const isTold = verdicts.some((verdict) => verdict === 'improved' || verdict === 'worsened');
      return [`action for ${aim} in ${stageId}`, verdicts.at(-1) === 'insufficient' ? null : isTold] as const;
    }),
  );
  return Object.fromEntries(told);
}

interface Acted {
  readonly table: KnownTable;
  readonly pipeline: PipelineView;
  readonly stageId: string;
  readonly aim: 'conversion' | 'dwell';
}

function effectAfter(days: number, { table, pipeline, stageId, aim }: Acted) {
  const [fromDay, toDay] = [ACTED_ON_DAY - days, ACTED_ON_DAY + days];
  const before = { fromAt: day(fromDay), toAt: day(ACTED_ON_DAY) };
  const windows = { before, after: { fromAt: day(ACTED_ON_DAY), toAt: day(toDay) }, days, daysInAll: 90 };
  const known = knownVisits(table, pipeline, day(toDay));
  return actionEffect({ known, stageId, aim, windows, busyStageIds: new Set() });
}

/** From the day of the action on offers take two fifths of the time; or more of them are won. Told of, within the quarter, in the right stage. */
export function foundEffects(seed: number): Held {
  const pipeline = twoStages();
  const tableOf = (offer: { readonly won: number; readonly meanDays: number }) =>
    simulatedPortal(seed, (stageId, onDay, owner) =>
      stageId === 'offer' && onDay >= ACTED_ON_DAY
        ? { to: { won: offer.won, lost: 1 - offer.won }, meanDays: offer.meanDays }
        : PLAIN(stageId, onDay, owner),
    );
  const faster = { table: tableOf({ won: 0.5, meanDays: 6 }), pipeline, stageId: 'offer', aim: 'dwell' } as const;
  const better = {
    table: tableOf({ won: 0.85, meanDays: 15 }),
    pipeline,
    stageId: 'offer',
    aim: 'conversion',
  } as const;
  return {
    'stage made faster': effectAfter(90, faster).verdict === 'improved',
    'stage from which more go on': effectAfter(90, better).verdict === 'improved',
  };
}
