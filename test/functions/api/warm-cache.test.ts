import { MODEL_VERSION } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { warm } from '../../../functions/api/warm-cache.ts';
import { warmReports } from '../../../functions/api/warm-reports.ts';
import { parseModel } from '../../../functions/rollup/parse-model.ts';
import { fakeClock } from '../../support/fakes.ts';

describe('warm', () => {
  it('answers the last read again until its time is over', async () => {
    const clock = fakeClock(0);
    let reads = 0;
    const read = warm(async () => ++reads, clock, 100);

    const answers = [await read(), await read()];
    clock.set(99);
    answers.push(await read());
    clock.set(100);
    answers.push(await read());

    expect(answers).toEqual([1, 1, 1, 2]);
  });

  it('reads again after a failure, and does not read twice at once', async () => {
    let reads = 0;
    const read = warm(
      async () => {
        reads += 1;
        if (reads === 1) throw new Error('throttled');
        return reads;
      },
      fakeClock(0),
      100,
    );

    await expect(Promise.all([read(), read()])).rejects.toThrow('throttled');

    expect(reads).toBe(1);
    expect(await read()).toBe(2);
  });
});

const model = (n: number): string => JSON.stringify({ modelVersion: MODEL_VERSION, stages: [], n });

describe('warmReports', () => {
  it('reads with each request, and answers the same model as long as the text is the same', async () => {
    const texts = [model(1), model(1), model(2), null];
    const read = warmReports({ readReport: async () => texts.shift() ?? null }, 'model', parseModel);

    const [first, second, third, fourth] = [await read('a'), await read('a'), await read('a'), await read('a')];

    expect(second).toBe(first);
    expect(third).toMatchObject({ n: 2 });
    expect(fourth).toBeNull();
  });

  it('keeps pipelines apart', async () => {
    const read = warmReports(
      { readReport: async (id) => JSON.stringify({ modelVersion: MODEL_VERSION, stages: [], id }) },
      'model',
      parseModel,
    );

    expect([await read('a'), await read('b'), await read('a')]).toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'a' }]);
  });
});
