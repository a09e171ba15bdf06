interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** The options of a Select, from the values in order and their labels. */
export const optionsOf = <V extends string>(values: readonly V[], labels: Readonly<Record<V, string>>): Option<V>[] =>
  values.map((value) => ({ value, label: labels[value] }));

/** Tells the value that was chosen, if it is one of these. */
export const choosing =
  <V extends string>(values: readonly V[], onChoose: (value: V) => void) =>
  (chosen: unknown): void => {
    const value = values.find((each) => each === chosen);
    if (value !== undefined) onChoose(value);
  };
