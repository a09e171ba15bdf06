// Decoders that are made without an effect are left out of the bundles that do not use them: the mark says so.

/** Reads one part of an answer. `path` says where it lies, for the message when it is not what the contract says. */
export type Decoder<T> = (input: unknown, path: string) => T;

/** An answer that does not keep the contract, with the place where it breaks it. */
export class ContractError extends TypeError {
  constructor(path: string, expected: string) {
    super(`${path === '' ? 'The answer' : path} is not ${expected}.`);
    this.name = 'ContractError';
  }
}

export const text: Decoder<string> = (input, path) => {
  if (typeof input !== 'string') throw new ContractError(path, 'a text');
  return input;
};

export const flag: Decoder<boolean> = (input, path) => {
  if (typeof input !== 'boolean') throw new ContractError(path, 'true or false');
  return input;
};

/** JSON has no NaN and no infinity, but a caller's object may. */
export const finite: Decoder<number> = (input, path) => {
  if (typeof input !== 'number' || !Number.isFinite(input)) throw new ContractError(path, 'a finite number');
  return input;
};

/* @__NO_SIDE_EFFECTS__ */
export const oneOf =
  <T extends string>(...values: readonly T[]): Decoder<T> =>
  (input, path) => {
    const found = values.find((value) => value === input);
    if (found === undefined) throw new ContractError(path, `one of ${values.join(', ')}`);
    return found;
  };

/* @__NO_SIDE_EFFECTS__ */
export const nullable =
  <T>(decode: Decoder<T>): Decoder<T | null> =>
  (input, path) =>
    input === null ? null : decode(input, path);

/** A field that older APIs do not answer yet: missing is null. */
/* @__NO_SIDE_EFFECTS__ */
export const sinceLater =
  <T>(decode: Decoder<T>): Decoder<T | null> =>
  (input, path) =>
    input === undefined ? null : nullable(decode)(input, path);

/* @__NO_SIDE_EFFECTS__ */
export const listOf =
  <T>(decode: Decoder<T>): Decoder<readonly T[]> =>
  (input, path) => {
    if (!Array.isArray(input)) throw new ContractError(path, 'a list');
    return input.map((item: unknown, index) => decode(item, `${path}[${index}]`));
  };

/* @__NO_SIDE_EFFECTS__ */
export const recordOf =
  <T>(decode: Decoder<T>): Decoder<Readonly<Record<string, T>>> =>
  (input, path) =>
    Object.fromEntries(
      Object.entries(asObject(input, path)).map(([key, value]) => [key, decode(value, `${path}.${key}`)]),
    );

/** Reads the named fields and leaves the others: a newer API may say more than an older card knows. */
/* @__NO_SIDE_EFFECTS__ */
export const object =
  <T extends object>(fields: { readonly [K in keyof T]-?: Decoder<T[K]> }): Decoder<T> =>
  (input, path) => {
    const source = asObject(input, path);
    const read: Partial<T> = {};
    for (const key in fields) read[key] = fields[key](source[key], path === '' ? key : `${path}.${key}`);
    return read as T;
  };

/** Chooses the decoder by the field `kind`. */
/* @__NO_SIDE_EFFECTS__ */
export const byKind =
  <T>(decoders: Readonly<Record<string, Decoder<T>>>): Decoder<T> =>
  (input, path) => {
    const { kind } = asObject(input, path);
    const decode = typeof kind === 'string' && Object.hasOwn(decoders, kind) ? decoders[kind] : undefined;
    if (decode === undefined) throw new ContractError(`${path}.kind`, `one of ${Object.keys(decoders).join(', ')}`);
    return decode(input, path);
  };

function asObject(input: unknown, path: string): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new ContractError(path, 'an object');
  return input as Record<string, unknown>;
}
