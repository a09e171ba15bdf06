import type { RepRow, RepsReport } from '../contract/reps-report.ts';
import type { RepEvidence } from './rep-evidence.ts';
import { type RepGroup, repBands } from './rep-bands.ts';
import { isWholeOpen } from './whole-open.ts';

/** What is open to the one who asks. */
export interface RepAsker {
  /** Null: the asker owns no deals. */
  readonly ownerId: string | null;
  /** Whose rows are open by name; null: nobody's, the view is the own one. */
  readonly named: 'all' | ReadonlySet<string> | null;
  /** Teams whose bands the asker may see, if they tell of no single rep. */
  readonly teams: readonly RepGroup[];
  readonly othersMin: number;
  /** By owner id, as far as HubSpot tells. */
  readonly names: ReadonlyMap<string, string>;
  readonly departed: ReadonlySet<string>;
}

/**
 * Cuts out of what is known of all reps what is open to one asker: the own row and the bands of groups, none of which tells of
 * fewer than `othersMin` other reps, not even by a difference of two answers (law L7). Where all others were too few, the own
 * row is its counts alone: what all reps make of the same deals would tell of them. By an admin's switch a manager sees the rows
 * of reps too, and groups of any size.
 * @example repsReport(evidence, { ownerId: '11', named: null, teams, othersMin: 5, names, departed }).own?.comparison
 */
export function repsReport(evidence: RepEvidence, asker: RepAsker): RepsReport {
  const { rows, pooled, months, ...open } = evidence;
  const { ownerId, named, names, departed, othersMin } = asker;
  const rowOf = (row: RepEvidence['rows'][number]): RepRow => ({
    ...row,
    name: named === null ? null : (names.get(row.ownerId) ?? null),
    isDeparted: departed.has(row.ownerId),
  });
  const isCompared = named !== null || isWholeOpen(months, { ownerId, othersMin });
  const own = rows.find((row) => row.ownerId === ownerId);
  const shown = named === null ? [] : rows.filter((row) => named === 'all' || named.has(row.ownerId));
  return {
    ...open,
    view: named === null ? 'own' : 'named',
    own: own === undefined ? null : { ...rowOf(own), ...(isCompared ? {} : UNCOMPARED) },
    reps: shown.map(rowOf),
    pooled: named === 'all' ? pooled : null,
    bands: repBands(evidence, { ownerId, teams: asker.teams, othersMin: named === null ? othersMin : 0 }),
    isCompared,
    othersMin,
  };
}

const UNCOMPARED = { comparison: null, velocityShare: null, pace: null, conversions: [] } as const;
