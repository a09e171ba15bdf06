import type { ChangeKind } from '../contract/changes-report.ts';
import { exitKindOf } from '../history/exit-kind.ts';
import type { PipelineIndex } from '../history/pipeline-index.ts';
import { ARRIVAL_CODES, EXIT_CODES } from '../history/visit-table.ts';
import { isLive } from '../model/destinations.ts';
import type { VisitBlock } from '../history/visit-block.ts';
import { type KnownVisits, leadsOn } from './known-visits.ts';
import type { PathWithin } from './deal-paths-within.ts';

/** HubSpot writes the first stage within moments of the creation: what begins later in one pipeline began in another. */
const MOMENT_MS = 60_000;
const ENTERED = ARRIVAL_CODES.indexOf('entered');
const MOVED = EXIT_CODES.indexOf('moved');

/** How a deal came into the open pipeline, that was not in it at the beginning of the period. */
export function arrivalKind(
  { first, cameIn }: PathWithin,
  table: Pick<VisitBlock, 'arrival' | 'exit' | 'enteredAt' | 'createdAt' | 'deal'>,
): ChangeKind {
  if (cameIn > first) return table.exit[cameIn - 1] === MOVED ? 'moved-in' : 'reopened';
  const ageMs = (table.enteredAt[cameIn] ?? 0) - (table.createdAt[table.deal[cameIn] ?? -1] ?? Number.NaN);
  return table.arrival[cameIn] === ENTERED && ageMs > MOMENT_MS ? 'moved-in' : 'new';
}

/** How a deal left the open pipeline, that is not in it at the end of the period. */
export function departureKind({ last }: PathWithin, known: KnownVisits): ChangeKind {
  const role = known.roleOf(last);
  if (!isLive(role)) return role === 'lost' ? 'lost' : 'won';
  return known.exitOf(last) === 'moved' ? 'moved-out' : 'gone';
}

/** What became of the place of a deal that is in the open pipeline at both bounds. */
export function placeKind({ atStart, atEnd }: PathWithin, known: KnownVisits, index: PipelineIndex): ChangeKind {
  if (atStart === atEnd) return 'waited';
  const { stage, stageIds } = known.table;
  const [from, to] = [stageIds[stage[atStart] ?? -1] ?? '', stageIds[stage[atEnd] ?? -1] ?? ''];
  const kind = from === to ? known.exitOf(atEnd - 1) : exitKindOf(from, to, index);
  return leadsOn(kind) ? 'moved-on' : 'moved-back';
}
