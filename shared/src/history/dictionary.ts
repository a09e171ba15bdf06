/** Distinct texts in the order in which they first came, each with its place. */
export interface Dictionary {
  readonly values: readonly string[];
  /** The place of the text; adds it when it is new. */
  readonly placeOf: (value: string) => number;
}

export function dictionary(initial: readonly string[] = []): Dictionary {
  const values = [...initial];
  const places = new Map(values.map((value, place) => [value, place]));
  return {
    values,
    placeOf(value) {
      const known = places.get(value);
      if (known !== undefined) return known;
      places.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}
