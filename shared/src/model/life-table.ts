import { AGE_EDGES_MS, ageBin } from './age-bins.ts';
import type { StageSample } from './stage-sample.ts';

/**
 * How visits of one stage ended, by age bin (see `AGE_EDGES_MS`): in plain numbers that add up. Bins after the last that
 * was reached are left away.
 */
export interface StageLife {
  /** Still there when last seen, at an age in this bin. */
  readonly censored: readonly number[];
  /** By destination, by age bin. */
  readonly exits: readonly (readonly number[])[];
  /** From this bin on all share one hazard; absent: from where fewer than 10 are at risk (see `stageHazards`). */
  readonly pooledFrom?: number;
}

/** A life table of own visits and of others that it borrows (see `drawnLives`). */
export interface DrawnLife {
  readonly life: StageLife;
  /** Visits of all stages that it may rest on, still there at the beginning of each age bin. */
  readonly behind: readonly number[];
  /** Visits watched for the whole horizon, of the lending stage that most is known of. */
  readonly followed: number;
  /** Whose stages lend: the pipeline's own others, or those of the portal's other pipelines. */
  readonly from: 'pipeline' | 'portal';
}

/** Counts the visits of a stage into its life table. */
export function stageLife({ time, event }: StageSample, destinations: number): StageLife {
  const bins = AGE_EDGES_MS.length;
  const counts = new Float64Array((destinations + 1) * bins);
  let reached = 0;
  for (let row = 0; row < time.length; row += 1) {
    const bin = ageBin(time[row] ?? 0);
    const cell = (event[row] ?? 0) * bins + bin;
    counts[cell] = (counts[cell] ?? 0) + 1;
    if (bin >= reached) reached = bin + 1;
  }
  const column = (kind: number): readonly number[] => [...counts.subarray(kind * bins, kind * bins + reached)];
  return { censored: column(0), exits: Array.from({ length: destinations }, (_, exit) => column(exit + 1)) };
}

/**
 * The life table of two groups of visits together: cell by cell, so that shards, months or owners add up in any order.
 * @throws RangeError when the tables have different destinations.
 * @example addStageLives(lifeOfHalf, lifeOfOtherHalf) // the same as the life of all
 */
export function addStageLives(a: StageLife, b: StageLife): StageLife {
  if (a.exits.length !== b.exits.length) throw new RangeError('Life tables with different destinations do not add up.');
  return { censored: sum(a.censored, b.censored), exits: a.exits.map((exits, k) => sum(exits, b.exits[k] ?? [])) };
}

function sum(a: readonly number[], b: readonly number[]): readonly number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, bin) => (a[bin] ?? 0) + (b[bin] ?? 0));
}
