import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growingColumn } from '../../../shared/src/statistics/growing-column.ts';

describe('growingColumn', () => {
  it('holds every number that was added, in order, however many', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 300, size: 'max' }), (numbers) => {
        const column = growingColumn();

        for (const number of numbers) column.add(number);

        expect(column.values()).toEqual(Float64Array.from(numbers));
      }),
    );
  });
});
