import { openGroups } from './open-groups.ts';

const WHOLE = '';

/**
 * Whether all reps together may be told of to one of them: in each month they were none beside the asker, or enough (law L7).
 * @param months whose deals were in play, by month
 */
export function isWholeOpen(
  months: readonly { readonly ownerIds: readonly string[] }[],
  { ownerId, othersMin }: { readonly ownerId: string | null; readonly othersMin: number },
): boolean {
  return months.every(({ ownerIds }) => {
    const all = new Set(ownerIds);
    return openGroups({ all, groups: [{ groupId: WHOLE, members: all }], ownerId, othersMin }).has(WHOLE);
  });
}
