import { faultsOf, check } from '../edit/faults.ts';
import { plainSection } from '../edit/section-spec.ts';

/** The fewest other people that a group of figures may stand for. */
export const GROUP_MIN = 5;
const GROUP_MAX = 50;

export const visibilitySection = plainSection('visibility', ({ groupOthersMin }) =>
  faultsOf([['groupOthersMin', check.whole(groupOthersMin, GROUP_MIN, GROUP_MAX)]]),
);

const USER = /^(\d+|[^\s@]+@[^\s@]+)$/;

/** E-mail addresses are kept in lower case. */
const cleanUser = (user: string): string => user.trim().toLowerCase();

export const managersSection = plainSection(
  'managers',
  ({ managers }) => {
    const users = managers.map(({ user }) => cleanUser(user));
    return faultsOf(
      users.flatMap((user, place) => [
        [`managers.${place}.user`, check.filled(user)],
        [`managers.${place}.user`, !USER.test(user) && { kind: 'user' }],
        [`managers.${place}.user`, check.once(users, place)],
      ]),
    );
  },
  ({ managers }) => ({ managers: managers.map((manager) => ({ ...manager, user: cleanUser(manager.user) })) }),
);
