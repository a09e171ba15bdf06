import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeOpen } from '../../../shared/src/analytics/whole-open.ts';

const month = (...ownerIds: string[]) => ({ ownerIds });

describe('isWholeOpen', () => {
  it('is closed by a single month with few others, and not by one with nobody else', () => {
    const six = month('1', '2', '3', '4', '5', '6');
    const asked = { ownerId: '1', othersMin: 5 };

    expect(isWholeOpen([six, six], asked)).toBe(true);
    expect(isWholeOpen([six, month('1', '2')], asked)).toBe(false);
    expect(isWholeOpen([six, month('1')], asked)).toBe(true);
    expect(isWholeOpen([six, month()], asked)).toBe(true);
    expect(isWholeOpen([six], { ownerId: '9', othersMin: 7 })).toBe(false);
  });

  it('never tells of fewer others than asked for, whoever asks (L7)', () => {
    const months = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 9 }).map(String)).map((ids) => month(...ids)));
    fc.assert(
      fc.property(
        months,
        fc.integer({ min: 1, max: 9 }).map(String),
        fc.integer({ min: 1, max: 6 }),
        (all, ownerId, othersMin) => {
          const others = all.map(({ ownerIds }) => ownerIds.filter((each) => each !== ownerId).length);
          expect(isWholeOpen(all, { ownerId, othersMin })).toBe(others.every((n) => n === 0 || n >= othersMin));
        },
      ),
    );
  });
});
