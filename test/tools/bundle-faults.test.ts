import { describe, expect, it } from 'vitest';
import { bundleFaults } from '../../tools/bundle-faults.ts';

const MANIFEST = '{"dataDeps":[{"properties":{"recordProperties": ["dealstage"]}}]}';
const BUNDLE = '"The answer"';

describe('bundleFaults', () => {
  it('has nothing against a small bundle with the core inside and its properties found', () => {
    expect(bundleFaults(BUNDLE, MANIFEST)).toEqual([]);
  });

  it.each([
    ['a bundle over the budget', BUNDLE + ' '.repeat(60_000), MANIFEST, 'over the budget'],
    ['a bundle without the core', '""', MANIFEST, 'shared core is not in the bundle'],
    ['a manifest without properties', BUNDLE, '{"dataDeps":[]}', 'no record properties'],
    ['an empty list of properties', BUNDLE, MANIFEST.replace('"dealstage"', ''), 'no record properties'],
    ['a call of require', `${BUNDLE};require("react/jsx-runtime")`, MANIFEST, 'reaches for Node'],
  ])('refuses %s', (_, bundle, manifest, fault) => {
    expect(bundleFaults(bundle, manifest).join()).toContain(fault);
  });
});
