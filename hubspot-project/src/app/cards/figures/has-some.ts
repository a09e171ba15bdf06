/** There is something to show: the API knows the field, and it is not empty. */
export const hasSome = <T>(list: readonly T[] | null): list is readonly T[] => list !== null && list.length > 0;
