import { seededRandom } from '@deal-stage-insights/shared';

const deep = (depth: number): string => `${'['.repeat(depth)}1${']'.repeat(depth)}`;
const deepObject = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Texts in place of JSON that have broken parsers before: each is cheap to make, and none is what anybody expects. */
export const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  'null',
  'true',
  '0',
  '-0',
  '1e999',
  'NaN',
  'Infinity',
  '"',
  '"text"',
  '[]',
  '[[]]',
  '[null]',
  '{}',
  '[{}]',
  '{"__proto__":{"polluted":true}}',
  '[{"__proto__":{"objectId":1},"constructor":{"prototype":{"polluted":true}}}]',
  '{"toString":1,"valueOf":2,"hasOwnProperty":3,"then":4,"toJSON":5}',
  '{"a":1,"a":2,"a":{"a":3}}',
  '[{"objectId":1,"objectId":"2","objectId":null}]',
  '"\\ud800"',
  '["\\udfff\\ud800"]',
  '"\\u0000"',
  '\u0000',
  '\ufeff[]',
  '[1,]',
  '{"a":}',
  "{'a':1}",
  '[1] trailing',
  '/* note */ []',
  '9007199254740993',
  '[9007199254740993,1e308,-1e308,5e-324]',
  `"${'x'.repeat(100_000)}"`,
  `[${'1,'.repeat(50_000)}1]`,
  deep(20_000),
  deepObject(20_000),
  '['.repeat(50_000),
  '{"a":'.repeat(50_000),
  '\u202e\u200b\u0085',
  '<script>alert(1)</script>',
  "'; DROP TABLE deals; --",
  '../../../../etc/passwd',
  '%00%ff%c0%ae',
  '${7*7}{{7*7}}',
];

/** Values that no field expects. */
export const NASTY_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '0',
  '-1',
  'NaN',
  '1e999',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  '#',
  '%',
  '%2523',
  '9'.repeat(400),
  'x'.repeat(5_000),
  '2026-02-31T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00',
  [],
  [[]],
  [null],
  {},
  { length: 1e9 },
  JSON.parse('{"toString":1,"then":2}'),
  Array.from({ length: 500 }, () => 'x'),
];

export type Random = () => number;

export const randomOf = (seed: number): Random => seededRandom(seed);

export function pick<T>(random: Random, all: readonly T[]): T {
  const picked = all[Math.floor(random() * all.length)];
  if (picked === undefined) throw new RangeError('There is nothing to pick from.');
  return picked;
}

/** The same JSON with some of it replaced, taken away, doubled or renamed. */
export function mutatedJson(random: Random, valid: unknown): unknown {
  let copy: unknown = structuredClone(valid);
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) copy = mutatedOnce(random, copy);
  return copy;
}

function mutatedOnce(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.12) return pick(random, NASTY_VALUES);
  const entries = Object.entries(value);
  const [name, inner] = entries[Math.floor(random() * entries.length)] ?? ['added', 1];
  const kind = random();
  if (Array.isArray(value)) {
    const place = Number(name);
    if (kind < 0.1) return value.toSpliced(place, 1);
    if (kind < 0.2) return [...value, inner, inner];
    return value.length === 0 ? [pick(random, NASTY_VALUES)] : value.with(place, mutatedOnce(random, inner));
  }
  const rest = entries.filter(([other]) => other !== name);
  if (kind < 0.1) return Object.fromEntries(rest);
  if (kind < 0.2) return Object.fromEntries([...entries, [pick(random, ['__proto__', '', 'x', ' id']), inner]]);
  return Object.fromEntries([...rest, [name, mutatedOnce(random, inner)]]);
}

/** The same text with bytes replaced, cut out, doubled or cut off. */
export function mutatedText(random: Random, valid: string): string {
  const at = Math.floor(random() * (valid.length + 1));
  const length = Math.floor(random() * 12);
  const kind = random();
  if (kind < 0.2) return valid.slice(0, at);
  if (kind < 0.4) return valid.slice(0, at) + valid.slice(at + length);
  if (kind < 0.6) return valid.slice(0, at) + valid.slice(at, at + 40) + valid.slice(at);
  const put = random() < 0.5 ? pick(random, NASTY_TEXTS).slice(0, 200) : String.fromCharCode(random() * 0xff_ff);
  return valid.slice(0, at) + put + valid.slice(at + length);
}
