import type { DealFilters } from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import type { Caller } from './caller.ts';

/** `manager` comes from settings; until an admin can name managers, nobody has that role. */
export type Role = 'admin' | 'manager' | 'rep';

/** Everyone who HubSpot lets open the app in our portal. Only for answers that name no person. */
export const EVERYONE: readonly Role[] = ['admin', 'manager', 'rep'];

export const ADMINS: readonly Role[] = ['admin'];

/** Figures of whole teams. */
export const LEADERS: readonly Role[] = ['admin', 'manager'];

export function roleOf(caller: Caller, adminEmails: readonly string[]): Role {
  return adminEmails.includes(caller.userEmail) ? 'admin' : 'rep';
}

/** Throws a refusal that says plainly who may read this. */
export function requireReader(role: Role, readers: readonly Role[]): void {
  if (readers.includes(role)) return;
  throw new AppError('forbidden', `This is open to ${readers.join(' and ')} only; you are signed in as ${role}.`);
}

/** Filters that single out people are refused to everyone until an admin can allow them (law L7). */
export function requireFilters({ owner, team }: Pick<DealFilters, 'owner' | 'team'>): void {
  if (owner === null && team === null) return;
  throw new AppError('forbidden', 'Figures of single people and teams are not open in this account.');
}
