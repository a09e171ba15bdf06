import { FIELD_FAULTS } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { SECTION_SCHEMAS } from '../../../functions/settings/section-schemas.ts';
import { readingOf } from '../../../hubspot-project/src/app/packages/ui/language/language.ts';
import { settingsCatalogues } from '../../../hubspot-project/src/app/settings/messages/settings.ts';

const french = settingsCatalogues.fr(readingOf('fr', 'UTC').formats);
const saidOf = (code: string) => french.refusedText({ code, message: 'In English.' });
const UNKNOWN = saidOf('a code that nobody knows');
const PLAIN = saidOf('not-allowed');

describe('what the backend does not take', () => {
  it.each(FIELD_FAULTS)('is said in French where it is called %s', (code) => {
    expect([UNKNOWN, 'In English.', '']).not.toContain(saidOf(code));
  });

  it.each(Object.entries(SECTION_SCHEMAS))('by a rule of %s tells in French what is wrong', (_, schema) => {
    const faults = ownRules(schema());

    expect(faults.filter((fault) => [UNKNOWN, PLAIN].includes(saidOf(String(fault))))).toEqual([]);
  });

  it('is looked for in every part of a section', () => {
    const all = Object.values(SECTION_SCHEMAS).flatMap((schema) => ownRules(schema()));

    expect(new Set(all)).toEqual(new Set(['twice', 'user', 'backwards', 'overlap', 'horizons', 'headline', 'century']));
  });
});

/** The codes of the rules of our own in a schema and in all its parts; undefined: a rule without one. */
function ownRules(part: unknown, seen = new Set<unknown>()): readonly unknown[] {
  if (typeof part !== 'object' || part === null || seen.has(part)) return [];
  seen.add(part);
  if (Array.isArray(part)) return part.flatMap((each) => ownRules(each, seen));
  const def: unknown = Reflect.get(Object(Reflect.get(part, '_zod')), 'def');
  const parts = typeof def === 'object' && def !== null ? Object.values(def) : plainParts(part);
  const isRule = Reflect.get(Object(def), 'check') === 'custom' && Reflect.get(Object(def), 'fn') !== undefined;
  const own = isRule ? [Reflect.get(Object(Reflect.get(Object(def), 'params')), 'fault')] : [];
  return [...own, ...parts.flatMap((each) => ownRules(each, seen))];
}

/** The fields of an object in a definition, such as a shape. */
const plainParts = (part: object): readonly unknown[] =>
  Object.getPrototypeOf(part) === Object.prototype || Object.getPrototypeOf(part) === null ? Object.values(part) : [];
