import type { RepAsker } from '../analytics/reps-report.ts';
import { isWholeOpen } from '../analytics/whole-open.ts';
import type { CoachingReport, RepAgenda } from '../contract/coaching-report.ts';
import type { CoachingEvidence } from './coaching-evidence.ts';

/** What is open to the one who asks; the team's part is for those who lead one. */
export interface CoachingAsker extends Omit<RepAsker, 'teams'> {
  readonly leads: boolean;
  /** Whose deals the settings open to the asker. Null: everybody's. */
  readonly readsDealsOf: ((ownerId: string) => boolean) | null;
}

/**
 * Cuts out of everybody's agendas what is open to one asker: the own one, and to leaders that of the whole pipeline, which
 * names no person; by an admin's switch leaders see those of single reps as well (law L7). Points that hold a rep against all
 * others are left out where these were fewer than `othersMin` in some month: they would tell of them. Of deals that are
 * kept from some, the pipeline's agenda lists those in the agenda of an owner whose deals the asker may read.
 * @example coachingReport(evidence, { ownerId: '11', named: null, leads: false, readsDealsOf: null, othersMin: 5, names, departed }).own?.areas
 */
export function coachingReport(evidence: CoachingEvidence, asker: CoachingAsker): CoachingReport {
  const { rows, months, team, weeks, ...head } = evidence;
  const { ownerId, named, names, departed, othersMin, leads, readsDealsOf } = asker;
  const isCompared = named !== null || isWholeOpen(months, { ownerId, othersMin });
  const agendaOf = (row: CoachingEvidence['rows'][number]): RepAgenda => ({
    ...row,
    ...(isCompared ? {} : { strengths: [], areas: [] }),
    name: named === null ? null : (names.get(row.ownerId) ?? null),
    isDeparted: departed.has(row.ownerId),
  });
  const own = rows.find((row) => row.ownerId === ownerId);
  const shown = named === null ? [] : rows.filter((row) => named === 'all' || named.has(row.ownerId));
  const openDeals =
    readsDealsOf === null
      ? null
      : new Set(
          rows.filter((row) => readsDealsOf(row.ownerId)).flatMap((row) => row.deals.map(({ dealId }) => dealId)),
        );
  return {
    ...head,
    view: named === null ? 'own' : 'named',
    months: { fromDay: months[0]?.fromDay ?? '', toDay: months.at(-1)?.toDay ?? '' },
    weeks,
    own: own === undefined ? null : agendaOf(own),
    reps: shown.map(agendaOf),
    team: leads ? { ...team, deals: team.deals.filter(({ dealId }) => openDeals?.has(dealId) ?? true) } : null,
    isCompared,
    othersMin,
  };
}
