import { describe, expect, it } from 'vitest';
import { isAtLeast, versionIn } from '../../../../tools/operate/shell/tool-versions.ts';

describe('isAtLeast', () => {
  it.each([
    ['8.14.0', '8.14.0', true],
    ['8.9.0', '8.14.0', false],
    ['8.15.0', '8.14.9', true],
    ['9.0.0', '8.14.0', true],
    ['7.99.99', '8.0.0', false],
  ])('%s against %s: %s', (found, wanted, answer) => {
    expect(isAtLeast(found, wanted)).toBe(answer);
  });
});

describe('versionIn', () => {
  it('finds the version in what a program says of itself, or nothing', () => {
    expect(versionIn('2.1148.1 (build f1a2b3c)')).toBe('2.1148.1');
    expect(versionIn('command not found')).toBeNull();
  });
});
