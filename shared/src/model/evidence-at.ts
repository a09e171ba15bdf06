import type { EvidenceScope } from '../contract/estimate.ts';
import { ageBin } from './age-bins.ts';
import type { DrawnLife, StageLife } from './life-table.ts';
import { type StageHazards, stageHazards } from './stage-hazards.ts';

/** Whose visits a figure mostly rests on, and how many. */
export interface Evidence {
  readonly n: number;
  readonly from: EvidenceScope;
}

/** A stage by its own visits, and by what it borrows; null: nothing. */
export interface RestingStage {
  readonly life: StageLife;
  readonly drawn: DrawnLife | null;
}

/**
 * Visits still there at an age: of the stage, unless more than half of what is known there is borrowed; then of all those that
 * it may rest on.
 * @param hazards those that the figure is made from.
 */
export function evidenceAt({ life, drawn }: RestingStage, hazards: StageHazards, ageMs: number): Evidence {
  const bin = ageBin(ageMs);
  const n = hazards.atRisk[bin] ?? 0;
  if (drawn === null) return { n, from: 'stage' };
  const own = stageHazards(life).atRisk[bin] ?? 0;
  return own > n / 2
    ? { n: own, from: 'stage' }
    : { n: drawn.behind[bin] ?? drawn.behind.at(-1) ?? 0, from: drawn.from };
}
