/** The props of one component: those it cannot do without, and all others. */
export interface PropShape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

type Handled = 'children' | 'testId';
type KeysOf<P> = P extends unknown ? keyof P : never;
type OptionalIn<P> = P extends unknown ? { [K in keyof P]-?: object extends Pick<P, K> ? K : never }[keyof P] : never;
/** Required in every form of a component's props: a table needs `pageCount` only when it is paginated. */
type RequiredOf<P> = Exclude<keyof P, OptionalIn<P> | Handled>;
type OptionalOf<P> = Exclude<KeysOf<P>, RequiredOf<P> | Handled>;
type All<Listed, Wanted extends string> =
  Exclude<Wanted, Listed> extends never ? unknown : { readonly missing: Exclude<Wanted, Listed> };

/**
 * Lists the props of a component. The compiler holds the lists against the SDK's own types: an update of the SDK that adds or
 * drops a prop does not build.
 */
export const shape =
  <P>() =>
  <const R extends readonly RequiredOf<P>[], const O extends readonly OptionalOf<P>[]>(
    required: R & All<R[number], RequiredOf<P> & string>,
    optional: O & All<O[number], OptionalOf<P> & string>,
  ): PropShape => ({ required: required.map(String), optional: optional.map(String) });

export const none = [] as const;
