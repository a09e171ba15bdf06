import type { EpochMs } from '../history/instant.ts';
import { keptWith } from '../history/kept-with.ts';
import { type ChanceMoves, chanceMoves } from './chance-moves.ts';
import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';

const movesBetween = keptWith((known: KnownVisits, fromAt: EpochMs, toAt: EpochMs) =>
  chanceMoves(known, { fromAt, toAt }),
);

/** `chanceMoves`, made once for all that is told of the reps of one period, whatever else is said of its days. */
export function keptMoves(known: KnownVisits, { fromAt, toAt }: Period): ChanceMoves {
  return movesBetween(known, fromAt, toAt);
}
