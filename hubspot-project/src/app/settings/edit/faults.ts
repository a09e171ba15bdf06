/** What is wrong with a field, so that it can be said in the reader's language. */
export type Fault =
  | {
      readonly kind:
        | 'empty'
        | 'twice'
        | 'property'
        | 'user'
        | 'days'
        | 'month'
        | 'hours'
        | 'overlap'
        | 'chain'
        | 'amount';
    }
  | { readonly kind: 'range' | 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'long'; readonly max: number }
  | { readonly kind: 'horizons' | 'headline' };

/** By the place of the field in the section's value, as the API names it: `filters.0.property`. Empty: nothing is wrong. */
export type Faults = ReadonlyMap<string, Fault>;

type Finding = readonly [place: string, fault: Fault | null | false];

/** Collects what was found; of two at a place, the first. */
export function faultsOf(findings: readonly Finding[]): Faults {
  const faults = new Map<string, Fault>();
  for (const [place, fault] of findings) if (fault && !faults.has(place)) faults.set(place, fault);
  return faults;
}

const PROPERTY = /^[a-z][a-z0-9_]{0,249}$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The checks that the backend makes as well: what passes here is taken there. */
export const check = {
  filled: (text: string): Fault | null => (text.trim() === '' ? { kind: 'empty' } : null),
  property: (name: string): Fault | null => (PROPERTY.test(name) ? null : { kind: 'property' }),
  month: (text: string): Fault | null => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? null : { kind: 'month' }),
  days: (days: readonly string[]): Fault | null =>
    days.every((day) => DAY.test(day) && new Date(day).toISOString().startsWith(day)) ? null : { kind: 'days' },
  range: (value: number, min: number, max: number): Fault | null =>
    value >= min && value <= max ? null : { kind: 'range', min, max },
  whole: (value: number, min: number, max: number): Fault | null =>
    Number.isInteger(value) && value >= min && value <= max ? null : { kind: 'whole', min, max },
  /** Whether an earlier one of the list is the same. */
  once: (names: readonly string[], place: number): Fault | null =>
    names.indexOf(names[place] ?? '') < place ? { kind: 'twice' } : null,
};

/** A list that is written in one field, with commas or on lines. */
export const listIn = (text: string): readonly string[] =>
  text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A number that is written in a field that may be empty; NaN where it is none. Takes a decimal comma. */
export const numberIn = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace(',', '.'));
