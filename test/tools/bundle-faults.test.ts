import { describe, expect, it } from 'vitest';
import { bundleFaults } from '../../tools/bundle-faults.ts';

const MANIFEST = '{"dataDeps":[{"properties":{"recordProperties": ["dealstage"]}}]}';
const BUNDLE = '"The answer"';

describe('bundleFaults', () => {
  it('has nothing against a small bundle with the core inside and its properties found', () => {
    expect(bundleFaults('card', BUNDLE, MANIFEST)).toEqual([]);
  });

  it.each([
    ['a bundle over the budget', BUNDLE + ' '.repeat(60_000), MANIFEST, 'over the budget'],
    ['a bundle without the core', '""', MANIFEST, 'shared core is not in the bundle'],
    ['a manifest without properties', BUNDLE, '{"dataDeps":[]}', 'no record properties'],
    ['an empty list of properties', BUNDLE, MANIFEST.replace('"dealstage"', ''), 'no record properties'],
    ['a call of require', `${BUNDLE};require("react/jsx-runtime")`, MANIFEST, 'reaches for Node'],
  ])('refuses %s', (_, bundle, manifest, fault) => {
    expect(bundleFaults('card', bundle, manifest).join()).toContain(fault);
  });

  it('lets a page be larger, and without properties of a record', () => {
    const ofSize = (bytes: number) => bundleFaults('page', BUNDLE + ' '.repeat(bytes), '{"dataDeps":[]}');

    expect(ofSize(140_000)).toEqual([]);
    expect(ofSize(150_000).join()).toContain('over the budget');
  });
});
