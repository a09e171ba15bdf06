import type { DealFilters, ReportFilters } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { Viewer } from './viewer.ts';

/** Admins are listed at deploy, managers in the settings; whoever else HubSpot lets in is a rep. */
export type Role = 'admin' | 'manager' | 'rep';

/** Everyone who HubSpot lets open the app in our portal. Only for answers that name no person. */
export const EVERYONE: readonly Role[] = ['admin', 'manager', 'rep'];

export const ADMINS: readonly Role[] = ['admin'];

/** Figures of whole teams. */
export const LEADERS: readonly Role[] = ['admin', 'manager'];

/** Throws a refusal that says plainly who may read this. */
export function requireReader(role: Role, readers: readonly Role[]): void {
  if (readers.includes(role)) return;
  throw new AppError('forbidden', `This is open to ${readers.join(' and ')} only; you are signed in as ${role}.`);
}

/**
 * Throws where a report is not open to the viewer, or its filters ask for people who are not (law L7): everybody sees the own
 * deals in every report; managers see teams, and by the admin's switch other reps, of those they are to see.
 */
export function requireReport(
  viewer: Viewer,
  readers: readonly Role[],
  { owner, team }: Pick<DealFilters, 'owner' | 'team'>,
): void {
  const isOwn = owner !== null && owner === viewer.ownerId;
  if (!isOwn || team !== null) requireReader(viewer.role, readers);
  if (team !== null) {
    requireReader(viewer.role, LEADERS);
    if (!seesTeam(viewer, team)) throw notSeen('team');
  }
  if (owner === null || isOwn) return;
  if (!seesNames(viewer)) {
    throw new AppError(
      'forbidden',
      'Figures of other people are open to managers only, once an admin of this account has opened them.',
    );
  }
  if (!seesOwner(viewer, owner)) throw notSeen('rep');
}

/** Whether the viewer sees reps by name at all: leaders do, by the admin's switch. */
export function seesNames({ role, visibility }: Viewer): boolean {
  return role !== 'rep' && visibility.showsNamedReps;
}

/** Reports that add up a team's deals by whole months: all that they say of a team is about all its reps together. */
export const TEAM_REPORTS: ReadonlySet<string> = new Set(['flow', 'velocity']);

/** Reports about stages alone: what was done there is told with the figures of all deals, never with those of a person or a team. */
const STAGE_REPORTS: ReadonlySet<string> = new Set(['actions']);

/** Throws where figures of a team could be cut down to those of a few (law L7). `openTeamQuestion` looks at who is in the team. */
export function requireTeamReport(viewer: Viewer, report: string, filters: ReportFilters): void {
  if (STAGE_REPORTS.has(report) && (filters.owner !== null || filters.team !== null)) {
    throw new AppError(
      'forbidden',
      `"${report}" is about stages, with the deals of everybody: ask without owner and team.`,
    );
  }
  if (filters.team === null || seesNames(viewer)) return;
  const { fromDay: _from, toDay: _to, team: _team, ...others } = filters;
  if (TEAM_REPORTS.has(report) && Object.values(others).every((filter) => filter === null)) return;
  throw new AppError(
    'forbidden',
    'While reps are not shown by name, a team can be asked for in "flow" and "velocity" alone, over whole months and without other filters.',
  );
}

/** Whether the filters single out somebody else: a look that is logged. */
export function namesOthers(viewer: Viewer, { owner }: Pick<DealFilters, 'owner'>): boolean {
  return owner !== null && owner !== viewer.ownerId;
}

export const seesTeam = ({ sees }: Viewer, teamId: string): boolean => sees === 'all' || sees.has(teamId);

const seesOwner = (viewer: Viewer, ownerId: string): boolean =>
  viewer.sees === 'all' || (viewer.people.owner(ownerId)?.teamIds ?? []).some((teamId) => seesTeam(viewer, teamId));

const notSeen = (whom: 'rep' | 'team'): AppError =>
  new AppError(
    'forbidden',
    `You see the figures of some teams, and not of this ${whom}: an admin of this account decided so.`,
  );

/** Throws where the settings keep a deal's insights from the viewer. `ownerId`: whom the deal is of by now; empty: nobody. */
export function requireDealReader(viewer: Viewer, ownerId: string): void {
  if (mayReadDeal(viewer, ownerId)) return;
  const readers = viewer.visibility.dealInsights === 'team' ? 'its owner and the owner’s team' : 'its owner';
  throw new AppError(
    'forbidden',
    `The insights of this deal are open to ${readers} and to their managers only: an admin of this account decided so.`,
  );
}

/** Whether the settings open a deal's insights to the viewer. */
export function mayReadDeal({ visibility, sees, people, ...viewer }: Viewer, ownerId: string): boolean {
  if (visibility.dealInsights === 'everyone' || sees === 'all') return true;
  const owner = people.owner(ownerId);
  // Nobody's deal, or a departed owner's: somebody has to take it up, so all may look at it.
  if (owner === null || owner.isArchived || owner.userId === null) return true;
  if (owner.ownerId === viewer.ownerId || owner.teamIds.some((id) => sees.has(id))) return true;
  return visibility.dealInsights === 'team' && owner.teamIds.some((id) => viewer.teamIds.has(id));
}
