import { parseDealInsights } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import {
  allInsights,
  dealInsights,
  nothingMore,
  tooLittle,
  usualDwell,
  winChance,
} from '../../hubspot-project/cards/insights-builder.ts';

const LATER = Object.keys(nothingMore);
const LATER_OF_HINTS = ['nCounts'];

const overTheWire = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

describe('parseDealInsights', () => {
  it.each([
    ['an open deal', dealInsights()],
    ['an open deal with all that is told of it', allInsights()],
    ['a closed deal', dealInsights({ status: 'won', current: null, usual: null, winProbability: null })],
    ['a deal without figures yet', dealInsights({ figuresAt: null, usual: null, winProbability: null, visits: [] })],
    [
      'too little history',
      dealInsights({
        usual: usualDwell({ shareOverByNow: tooLittle(2, 10), dwellDaysP90: tooLittle(2, 10) }),
        winProbability: winChance({ withinHorizon: tooLittle(2, 30), typed: null, unresolvedShare: null }),
      }),
    ],
    [
      'quantiles beyond the data',
      dealInsights({ usual: usualDwell({ dwellDaysP90: { kind: 'beyond', atLeast: 60, n: 30, from: 'pipeline' } }) }),
    ],
  ])('reads %s unchanged', (_, answer) => {
    expect(parseDealInsights(overTheWire(answer))).toEqual(answer);
  });

  it('leaves out fields that it does not know: a newer API may say more', () => {
    expect(parseDealInsights({ ...dealInsights(), notKnownYet: [] })).toEqual(dealInsights());
  });

  it.each(LATER)('takes %s for null when it is missing: an older API does not know it', (name) => {
    expect(parseDealInsights(without(allInsights(), [name]))).toEqual(allInsights({ [name]: null }));
  });

  it('takes what the n of a hint counts for null when it is missing', () => {
    const { hints } = parseDealInsights(without(allInsights(), ['hints', '0', 'nCounts']));

    expect(hints?.[0]?.nCounts).toBeNull();
  });

  it.each(everyPlaceIn(allInsights()).map((place) => [nameOf(place), place] as const))(
    'names %s when it is missing',
    (name, place) => {
      expect(() => parseDealInsights(without(allInsights(), place))).toThrow(`${name} is not`);
    },
  );

  it.each([null, [], 'insights', 7])('refuses %j, which is no object', (input) => {
    expect(() => parseDealInsights(input)).toThrow('The answer is not an object.');
  });

  it('refuses a figure that is no finite number', () => {
    expect(() => parseDealInsights({ ...dealInsights(), dealAgeDays: Number.NaN })).toThrow(
      'dealAgeDays is not a finite number.',
    );
  });

  it('refuses a kind of estimate that it does not know, also one that every object has', () => {
    const winProbability = { ...winChance(), ever: { kind: 'constructor' } };

    expect(() => parseDealInsights({ ...dealInsights(), winProbability })).toThrow(
      'winProbability.ever.kind is not one of estimate, insufficient.',
    );
  });
});

/** The keys that lead to every field of an answer. Names of inputs in `position` are free, and a list may be shorter. */
function everyPlaceIn(value: unknown, keys: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]: [string, unknown]) => {
    const place = [...keys, key];
    const isLater = (keys.length === 0 && LATER.includes(key)) || (keys[0] === 'hints' && LATER_OF_HINTS.includes(key));
    const mayBeMissing = isLater || Array.isArray(value) || keys.at(-1) === 'position';
    return mayBeMissing ? everyPlaceIn(below, place) : [place, ...everyPlaceIn(below, place)];
  });
}

function without(answer: unknown, place: readonly string[]): unknown {
  const copy: unknown = structuredClone(answer);
  let parent = Object(copy);
  for (const key of place.slice(0, -1)) parent = parent[key];
  Reflect.deleteProperty(parent, place.at(-1) ?? '');
  return copy;
}

const nameOf = (place: readonly string[]): string =>
  place.reduce((name, key) => (/^\d+$/.test(key) ? `${name}[${key}]` : `${name}${name === '' ? '' : '.'}${key}`), '');
