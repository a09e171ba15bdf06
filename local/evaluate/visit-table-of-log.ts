import type { VisitTable } from '@deal-stage-insights/shared';
import type { LoggedHistory } from '../history-csv/logged-deal.ts';

/** Places in EXIT_CODES, ARRIVAL_CODES and ORIGIN_CODES: a log knows visits that were seen from their beginning to the next stage. */
const [OPEN, TRANSITION] = [0, 1];

/** A log as the visits of one pipeline, rows of a deal adjacent and in order of time. */
export function visitTableOfLog(histories: readonly LoggedHistory[], stageIds: readonly string[]): VisitTable {
  const places = new Map(stageIds.map((stageId, place) => [stageId, place]));
  const length = histories.reduce((sum, { transitions }) => sum + transitions.length, 0);
  const table = {
    pipelineId: 'log',
    length,
    dealIds: histories.map(({ dealId }) => dealId),
    stageIds,
    ownerIds: [''],
    deal: new Uint32Array(length),
    stage: new Uint16Array(length),
    enteredAt: new Float64Array(length),
    exitedAt: new Float64Array(length).fill(Number.NaN),
    toStage: new Int32Array(length).fill(-1),
    exit: new Uint8Array(length).fill(OPEN),
    arrival: new Uint8Array(length),
    origin: new Uint8Array(length),
    owner: new Uint16Array(length),
    observedFromMs: new Float64Array(length),
    newestChangeAt: 0,
  };
  let row = 0;
  for (const [deal, { transitions }] of histories.entries()) {
    for (const [position, { at, toStage }] of transitions.entries()) {
      table.deal[row] = deal;
      table.stage[row] = placeOf(places, toStage);
      table.enteredAt[row] = at;
      table.newestChangeAt = Math.max(table.newestChangeAt, at);
      if (position > 0) {
        table.exitedAt[row - 1] = at;
        table.toStage[row - 1] = placeOf(places, toStage);
        table.exit[row - 1] = TRANSITION;
      }
      row += 1;
    }
  }
  return table;
}

function placeOf(places: ReadonlyMap<string, number>, stageId: string): number {
  const place = places.get(stageId);
  if (place === undefined) throw new RangeError(`Stage ${stageId} is not among the stages of the log.`);
  return place;
}
