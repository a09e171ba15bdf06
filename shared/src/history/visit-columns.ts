import type { Dictionary } from './dictionary.ts';
import type { StageVisit } from './timeline.ts';
import { ARRIVAL_CODES, EXIT_CODES, ORIGIN_CODES, type VisitTable } from './visit-table.ts';

export type VisitRows = Omit<VisitTable, 'pipelineId' | 'dealIds' | 'stageIds' | 'ownerIds' | 'newestChangeAt'>;

type Column = keyof Omit<VisitRows, 'length'>;

/** Collects visits row by row. */
export function visitColumns(stages: Dictionary, owners: Dictionary) {
  const rows: Record<Column, number[]> = {
    deal: [],
    stage: [],
    enteredAt: [],
    exitedAt: [],
    toStage: [],
    exit: [],
    arrival: [],
    origin: [],
    owner: [],
    observedFromMs: [],
  };
  return {
    add(visit: StageVisit, deal: number): void {
      rows.deal.push(deal);
      rows.stage.push(stages.placeOf(visit.stageId));
      rows.enteredAt.push(visit.enteredAt);
      rows.exitedAt.push(visit.exitedAt ?? Number.NaN);
      const staysHere = visit.exit === 'transition' && visit.toStageId !== null;
      rows.toStage.push(staysHere ? stages.placeOf(visit.toStageId) : -1);
      rows.exit.push(EXIT_CODES.indexOf(visit.exit));
      rows.arrival.push(ARRIVAL_CODES.indexOf(visit.arrival));
      rows.origin.push(ORIGIN_CODES.indexOf(visit.origin));
      rows.owner.push(owners.placeOf(visit.ownerId));
      rows.observedFromMs.push(visit.observedFromMs);
    },
    build(): VisitRows {
      return {
        length: rows.deal.length,
        deal: new Uint32Array(rows.deal),
        stage: smallIndexes(rows.stage, stages, 'stages'),
        enteredAt: new Float64Array(rows.enteredAt),
        exitedAt: new Float64Array(rows.exitedAt),
        toStage: new Int32Array(rows.toStage),
        exit: new Uint8Array(rows.exit),
        arrival: new Uint8Array(rows.arrival),
        origin: new Uint8Array(rows.origin),
        owner: smallIndexes(rows.owner, owners, 'owners'),
        observedFromMs: new Float64Array(rows.observedFromMs),
      };
    },
  };
}

function smallIndexes(places: readonly number[], { values }: Dictionary, what: string): Uint16Array {
  assertFits(values.length, what);
  return new Uint16Array(places);
}

/** Stages and owners are 16-bit indexes. */
export function assertFits(count: number, what: string): void {
  if (count > 65_536) throw new RangeError(`A visit block holds at most 65,536 different ${what}; these are ${count}.`);
}
