import { describe, expect, it } from 'vitest';
import { keptWith } from '../../../shared/src/history/kept-with.ts';

describe('keptWith', () => {
  it('answers the same question about the same value with the same answer', () => {
    const total = keptWith((of: { readonly values: readonly number[] }, times: number) => ({
      sum: of.values.reduce((sum, value) => sum + value, 0) * times,
    }));
    const [one, other] = [{ values: [1, 2] }, { values: [1, 2] }];

    const first = total(one, 2);

    expect(first).toEqual({ sum: 6 });
    expect(total(one, 2)).toBe(first);
    expect(total(other, 2)).not.toBe(first);
  });

  it('answers what else is asked of a value anew, and the first question after it', () => {
    const times = keptWith(
      (of: { readonly value: number }, { factor }: { readonly factor: number }) => of.value * factor,
    );
    const three = { value: 3 };

    expect([2, 5, 2].map((factor) => times(three, { factor }))).toEqual([6, 15, 6]);
  });

  it('keeps an answer that is nothing', () => {
    const nothing = keptWith((of: { asked: number }) => {
      of.asked += 1;
    });
    const of = { asked: 0 };

    nothing(of);
    nothing(of);

    expect(of.asked).toBe(1);
  });
});
