import { describe, expect, it } from 'vitest';
import { feedAll, SURFACES } from '../bad-input/battery.ts';

const INPUTS = 100_000;

describe(`${INPUTS.toLocaleString('en')} bad inputs`, () => {
  it.each(SURFACES)('end in answers of ours: $share of them at $open.name', async ({ share, open }) => {
    await expect(feedAll(await open(), INPUTS * share)).resolves.toBeUndefined();
  });
});
