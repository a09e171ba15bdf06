import { chanceMoves } from './chance-moves.ts';
import type { DealsBehind } from './deals-behind.ts';
import { type KnownVisits, knownVisits } from './known-visits.ts';
import { isWithin, type Period } from './period.ts';
import { repPeriod } from './rep-evidence.ts';
import { isInPlay, ownerThen } from './reps-in-play.ts';

/**
 * Reps: row is the owner's id; columns `owned`, `entered`, `won`, `lost`, and of each stage `moves.{stage}` and `led-on.{stage}`.
 * Deals count for whoever owned them then, as in the report: they may be somebody else's by now.
 */
export const dealsBehindReps: DealsBehind = (question, { row, column }) => {
  const { table, pipeline, stamp } = question;
  const owner = table.ownerIds.indexOf(row);
  const known = knownVisits(table, pipeline, stamp.asOf);
  const { period } = repPeriod(question);
  const [kind = '', stageId] = column.split(/\.(.*)/s);
  if (row === '') return null;
  if (stageId !== undefined) return kind === 'moves' || kind === 'led-on' ? moved(kind, stageId) : null;
  const holds = countedIn(known, period, column);
  const ownerOf = ownerThen(table, known);
  if (holds === null) return null;
  const deals = new Set<number>();
  for (let visit = 0; visit < table.length; visit += 1) {
    if (isInPlay(known, visit, period) && ownerOf(visit, period) === owner && holds(visit))
      deals.add(table.deal[visit] ?? 0);
  }
  return [...deals];

  function moved(measure: 'moves' | 'led-on', id: string): readonly number[] | null {
    const stage = known.stageIds.indexOf(id);
    if (stage < 0) return null;
    const own = chanceMoves(known, period).moves.filter((move) => move.owner === owner && move.stage === stage);
    return [...new Set(own.filter(({ leadsOn }) => measure === 'moves' || leadsOn).map(({ deal }) => deal))];
  }
};

/** Which visits in play a count of `repCounts` is of; null: there is no such count. */
function countedIn(known: KnownVisits, period: Period, column: string): ((visit: number) => boolean) | null {
  switch (column) {
    case 'owned':
      return () => true;
    case 'entered':
      return (visit) => isWithin(period, known.table.enteredAt[visit] ?? Number.NaN);
    case 'won':
    case 'lost':
      return (visit) => isWithin(period, known.endOf(visit)) && known.exitOf(visit) === column;
    default:
      return null;
  }
}
