import type { PortalSeed } from '../../portal-seed.ts';
import type { PreviewUser } from '../../preview/options.ts';

/** Not an owner of deals: the one who installed the app. */
export const ADMIN: PreviewUser = {
  userId: '900000001',
  email: 'admin@example.com',
  firstName: 'Alex',
  lastName: 'Admin',
  teams: [],
  role: 'admin',
};

/** Whom the preview can act as: the people of the account, then its admin. */
export function usersOf({ owners, teams }: Pick<PortalSeed, 'owners' | 'teams'>): readonly PreviewUser[] {
  const reps = owners
    .filter(({ isArchived }) => !isArchived)
    .map(({ userId, email, firstName, lastName, teamIds }) => ({
      userId,
      email,
      firstName,
      lastName,
      teams: teams.filter(({ teamId }) => teamIds.includes(teamId)),
      role: 'rep',
    }));
  return [...reps, ADMIN];
}
