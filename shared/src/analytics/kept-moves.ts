import { keptWith } from '../history/kept-with.ts';
import { chanceMoves } from './chance-moves.ts';

/** `chanceMoves`, made once for all that is told of the reps of one period. */
export const keptMoves = keptWith(chanceMoves);
