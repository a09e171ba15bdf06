import type { Manager, VisibilitySettings } from '@deal-stage-insights/shared';

/** The fewest other people that a group of figures may stand for. */
export const GROUP_MIN = 5;

/** Whether a group size is one that the backend takes. */
export const isGroupMin = ({ groupOthersMin }: VisibilitySettings): boolean =>
  Number.isInteger(groupOthersMin) && groupOthersMin >= GROUP_MIN;

/** What is wrong with the managers, by their place in the list; empty: nothing. */
export function managerFaults(managers: readonly Manager[]): ReadonlyMap<number, 'empty' | 'twice'> {
  const faults = new Map<number, 'empty' | 'twice'>();
  for (const [place, { user }] of managers.entries()) {
    if (user.trim() === '') faults.set(place, 'empty');
    else if (managers.some((other, before) => before < place && sameUser(other.user, user))) faults.set(place, 'twice');
  }
  return faults;
}

const sameUser = (one: string, other: string) => cleanUser(one) === cleanUser(other);

/** E-mail addresses are kept in lower case. */
export const cleanUser = (user: string): string => user.trim().toLowerCase();
