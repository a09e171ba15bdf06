import type { ChanceMove } from '../analytics/chance-moves.ts';
import type { KnownVisits } from '../analytics/known-visits.ts';
import { benjaminiHochberg } from '../statistics/adjusted-p-values.ts';
import { pValueOf } from './contrasts.ts';
import type { Counted } from './mark-counts.ts';

/** An owner's moves out of a stage against those of all others: how many there were, and how many led on. */
export interface OwnerStage {
  readonly ownerId: string;
  readonly stageId: string;
  readonly own: Counted;
  readonly others: Counted;
  /** How many colleagues these are. */
  readonly colleagues: number;
}

const ENOUGH_MOVES = 20;
const FALSE_DISCOVERIES = 0.05;

/**
 * From which stages do an owner's deals lead on clearly more, or less, often than those of colleagues? Owners as they were
 * when the deal left; Benjamini-Hochberg at q = .05 over all owners and stages of the pipeline.
 * It is for the owner alone, and for those whom an admin lets see people by name (law L7).
 */
export function clearOwnerStages(known: KnownVisits, moves: readonly ChanceMove[]): readonly OwnerStage[] {
  const byStage = known.stageIds.map(() => new Map<number, { n: number; hits: number }>());
  for (const { stage, owner, leadsOn } of moves) {
    const owners = byStage[stage];
    const own = owners?.get(owner) ?? { n: 0, hits: 0 };
    own.n += 1;
    if (leadsOn) own.hits += 1;
    owners?.set(owner, own);
  }
  const all = byStage.flatMap((owners, stage): OwnerStage[] => {
    const total = [...owners.values()].reduce((sum, { n, hits }) => ({ n: sum.n + n, hits: sum.hits + hits }), NONE);
    return [...owners].map(([owner, own]) => ({
      ownerId: known.table.ownerIds[owner] ?? '',
      stageId: known.stageIds[stage] ?? '',
      own,
      others: { n: total.n - own.n, hits: total.hits - own.hits },
      colleagues: owners.size - 1,
    }));
  });
  const tested = all
    .filter(({ own, others }) => own.n >= ENOUGH_MOVES && others.n >= ENOUGH_MOVES)
    .sort((a, b) => (a.ownerId === b.ownerId ? 0 : a.ownerId < b.ownerId ? -1 : 1));
  const adjusted = benjaminiHochberg(tested.map(({ own, others }) => pValueOf({ with: own, without: others })));
  return tested.filter((_, place) => (adjusted[place] ?? 1) <= FALSE_DISCOVERIES);
}

const NONE: Counted = { n: 0, hits: 0 };
