import { AGE_EDGES_MS, ageBin } from './age-bins.ts';

/** Ages within an age bin at which chances are computed; between them they are linear: off by less than .01. */
const NODES_A_BIN = 3;
/** Of each stage, so that the cell of a stage's node is `stage * NODES + node`; behind each that a deal stands at is another. */
export const NODES = NODES_A_BIN * AGE_EDGES_MS.length;

export interface AgedDeal {
  readonly stageId: string;
  readonly ageMs: number;
}

/** Where deals stand in the tables of a chain: the same in each version of it, so that it is looked up once. */
export interface AgePlaces {
  readonly deals: readonly AgedDeal[];
  /** By deal, the cell of its stage and of the last node that is not above its age; -1: it stands nowhere. */
  readonly cell: Int32Array;
  /** By deal, how far it is on to the next cell. */
  readonly beyond: Float64Array;
  /** All cells that are needed for these deals, each once. */
  readonly needed: Uint32Array;
}

/** @param stageOf the place of a stage; undefined for stages whose deals stand nowhere. */
export function agePlaces(deals: readonly AgedDeal[], stageOf: ReadonlyMap<string, number>): AgePlaces {
  const cell = new Int32Array(deals.length).fill(-1);
  const beyond = new Float64Array(deals.length);
  const isNeeded = new Uint8Array((Math.max(-1, ...stageOf.values()) + 1) * NODES);
  let deal = 0;
  for (const { stageId, ageMs } of deals) {
    const stage = stageOf.get(stageId);
    if (stage !== undefined) {
      const at = nodeAt(ageMs);
      const own = stage * NODES + Math.floor(at);
      cell[deal] = own;
      beyond[deal] = at - Math.floor(at);
      isNeeded[own] = 1;
      isNeeded[own + 1] = 1;
    }
    deal += 1;
  }
  const needed = Uint32Array.from(isNeeded, (_, each) => each).filter((each) => isNeeded[each] === 1);
  return { deals, cell, beyond, needed };
}

/** The node of an age, with what it is on to the next as a fraction. */
export function nodeAt(ageMs: number): number {
  const bin = ageBin(ageMs);
  const from = AGE_EDGES_MS[bin] ?? 0;
  const to = AGE_EDGES_MS[bin + 1];
  return NODES_A_BIN * (bin + (to === undefined ? 0 : (Math.max(0, ageMs) - from) / (to - from)));
}

/** The age of a whole node, ms. */
export function ageOf(node: number): number {
  const bin = Math.floor(node / NODES_A_BIN);
  const from = AGE_EDGES_MS[bin] ?? 0;
  const to = AGE_EDGES_MS[bin + 1] ?? from;
  return from + ((to - from) * (node % NODES_A_BIN)) / NODES_A_BIN;
}
