import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDone, chunksOf, concurrently } from '../../functions/concurrently.ts';

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('concurrently', () => {
  it('does all the work, and never more at once than it may', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(30), fc.integer({ min: 1, max: 8 }), async (count, limit) => {
        const done: number[] = [];
        let [running, most] = [0, 0];
        await concurrently(Array.from({ length: count }).keys(), limit, async (item) => {
          most = Math.max(most, ++running);
          await tick();
          running -= 1;
          done.push(item);
        });

        expect(done.toSorted((a, b) => a - b)).toEqual([...Array.from({ length: count }).keys()]);
        expect(most).toBe(Math.min(count, limit));
      }),
      { numRuns: 30 },
    );
  });

  it('begins nothing after a failure, and throws it when all is quiet', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = concurrently([0, 1, 2, 3, 4], 2, async (item) => {
      begun.push(item);
      if (item === 0) throw new Error('first');
      await tick();
      ended.push(item);
    });

    await expect(work).rejects.toThrow('first');
    expect(begun).toEqual([0, 1]);
    expect(ended).toEqual([1]);
  });
});

describe('allDone', () => {
  it('waits for all before it throws', async () => {
    let isQuiet = false;
    const slow = tick().then(() => (isQuiet = true));

    await expect(allDone([Promise.reject(new Error('no')), slow])).rejects.toThrow('no');
    expect(isQuiet).toBe(true);
  });
});

describe('chunksOf', () => {
  it('keeps all, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 7 }), (all, size) => {
        const chunks = chunksOf(all, size);

        expect(chunks.flat()).toEqual(all);
        expect(chunks.every(({ length }) => length > 0 && length <= size)).toBe(true);
      }),
    );
  });
});
