import type { ViewerAnswer } from '@deal-stage-insights/shared';
import type { FilterName, PageAddress } from './filters.ts';

/** Whose deals an address asks for: everybody's, an owner's or a team's, as one value of a list. */
export function whoseOf({ owner, team }: Pick<PageAddress, 'owner' | 'team'>): string {
  if (owner !== null) return `owner:${owner}`;
  return team === null ? EVERYBODY : `team:${team}`;
}

export const EVERYBODY = 'all';

/** What a value of the list writes into the address. */
export function whoseIn(value: string): Pick<PageAddress, 'owner' | 'team'> {
  const colon = value.indexOf(':');
  const [kind, id] = [value.slice(0, colon), value.slice(colon + 1)];
  return { owner: kind === 'owner' ? id : null, team: kind === 'team' ? id : null };
}

/** Whose deals may be asked for in a report. */
export function whoseChoices(
  { role, ownerId, teams, teamReports }: ViewerAnswer,
  { report, isOpenToReps }: { readonly report: string; readonly isOpenToReps: boolean },
) {
  const seesAll = role !== 'rep' || isOpenToReps;
  return {
    seesAll,
    ownOwnerId: ownerId,
    teams: teamReports === null || teamReports.includes(report) ? teams : [],
    /** Teams are asked for over whole months alone, and without other filters. */
    needsWholeMonths: teamReports !== null,
  };
}

/** The last whole months before today, `[from, to)`. @example wholeMonths('2026-05-20', 3) // from 2026-02-01 to 2026-05-01 */
export function wholeMonths(today: string, count: number): Pick<PageAddress, 'from' | 'to'> {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = (months: number) => new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return { from: first(-count), to: first(0) };
}

type Query = Readonly<Partial<Record<FilterName, string>>>;

/** A rep who does not say whose deals is shown the own: those of all others are closed to reps. */
export function ownDealsOf(viewer: Pick<ViewerAnswer, 'role' | 'ownerId'> | null, query: Query): Query {
  if (viewer?.role !== 'rep' || viewer.ownerId === null || query.owner !== undefined) return query;
  return { ...query, owner: viewer.ownerId };
}
