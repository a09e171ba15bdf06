export interface OpenGroupsQuestion {
  /** Everybody that the whole rests on: its figures are known. */
  readonly all: ReadonlySet<string>;
  readonly groups: readonly { readonly groupId: string; readonly members: ReadonlySet<string> }[];
  /** Who asks, and so knows the own figures; null: none of them. */
  readonly ownerId: string | null;
  readonly othersMin: number;
}

/**
 * Which groups can be shown so that no difference of what is shown tells of a few (complementary suppression, law L7)? Groups
 * are opened one after the other, larger ones first; one stays closed when together with the whole and the open ones it would
 * cut out a part of fewer than `othersMin` others. Every sum and difference of what is shown speaks of whole parts, so none
 * of them is about fewer. A part that holds the asker alone says nothing new.
 * @example openGroups({ all: reps, groups: [north, south], ownerId: null, othersMin: 5 }).has('north')
 */
export function openGroups({ all, groups, ownerId, othersMin }: OpenGroupsQuestion): ReadonlySet<string> {
  const open = new Set<string>();
  let parts: readonly (readonly string[])[] = [[...all]];
  const isSafe = (part: readonly string[]): boolean => {
    const others = part.filter((member) => member !== ownerId).length;
    return others === 0 || others >= othersMin;
  };
  if (!parts.every(isSafe)) return open;
  const sized = groups.map((group) => ({ ...group, size: [...all].filter((each) => group.members.has(each)).length }));
  sized.sort((one, other) => other.size - one.size || (one.groupId < other.groupId ? -1 : 1));
  for (const { groupId, members } of sized) {
    const cut = parts
      .flatMap((part) => [part.filter((each) => members.has(each)), part.filter((each) => !members.has(each))])
      .filter((part) => part.length > 0);
    if (!cut.every(isSafe)) continue;
    open.add(groupId);
    parts = cut;
  }
  return open;
}
