import { describe, expect, it } from 'vitest';
import { runOverHubSpot } from '../chaos/over-hubspot.ts';

const SEEDS = Array.from({ length: 50 }, (_, index) => 100 + index);

describe('a thousand changes of an account while HubSpot fails, and processes are killed', () => {
  it.each(SEEDS)('end with records that say what HubSpot says, deal by deal (%i)', async (seed) => {
    const ending = await runOverHubSpot({ seed, operations: 1_000 });

    expect(ending.recorded).toEqual(ending.atHubSpot);
    expect(ending).toMatchObject({ repairedAtLast: 0, missing: [], deadLetters: 0 });
    expect(ending.kills).toBeGreaterThan(5);
  });
});
