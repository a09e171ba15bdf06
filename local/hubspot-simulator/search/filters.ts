import * as z from 'zod';

const OPERATORS = [
  'EQ',
  'NEQ',
  'LT',
  'LTE',
  'GT',
  'GTE',
  'BETWEEN',
  'IN',
  'NOT_IN',
  'HAS_PROPERTY',
  'NOT_HAS_PROPERTY',
  'CONTAINS_TOKEN',
  'NOT_CONTAINS_TOKEN',
] as const;

export const filterSchema = z.object({
  propertyName: z.string().min(1),
  operator: z.enum(OPERATORS),
  value: z.coerce.string().optional(),
  highValue: z.coerce.string().optional(),
  values: z.array(z.coerce.string()).optional(),
});
export type Filter = z.output<typeof filterSchema>;

/** Whether a value (null: unset) passes. Numbers and instants compare as numbers, words without regard to case. */
export function filterTest(filter: Filter): (value: string | number | null) => boolean {
  const value = comparable(filter.value ?? '');
  const high = comparable(filter.highValue ?? '');
  const among = new Set((filter.values ?? []).map(comparable));
  const pattern = tokenPattern(filter.value ?? '');
  const compared = (test: (found: string | number) => boolean) => (found: string | number | null) =>
    found !== null && test(comparable(found));
  switch (filter.operator) {
    case 'EQ':
      return compared((found) => found === value);
    case 'NEQ':
      return compared((found) => found !== value);
    case 'LT':
      return compared((found) => found < value);
    case 'LTE':
      return compared((found) => found <= value);
    case 'GT':
      return compared((found) => found > value);
    case 'GTE':
      return compared((found) => found >= value);
    case 'BETWEEN':
      return compared((found) => found >= value && found <= high);
    case 'IN':
      return compared((found) => among.has(found));
    case 'NOT_IN':
      return compared((found) => !among.has(found));
    case 'HAS_PROPERTY':
      return (found) => found !== null;
    case 'NOT_HAS_PROPERTY':
      return (found) => found === null;
    case 'CONTAINS_TOKEN':
      return compared((found) => pattern.test(String(found)));
    case 'NOT_CONTAINS_TOKEN':
      return (found) => found === null || !pattern.test(String(found).toLowerCase());
  }
}

/** A number for numbers and instants, so that `1700000000000` and its ISO form are the same; else the word in lower case. */
export function comparable(value: string | number): string | number {
  if (typeof value === 'number') return value;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) {
    const at = Date.parse(value);
    if (!Number.isNaN(at)) return at;
  }
  return value.toLowerCase();
}

function tokenPattern(token: string): RegExp {
  const escaped = token
    .toLowerCase()
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '\\S*');
  return new RegExp(`(^|\\W)${escaped}($|\\W)`);
}
