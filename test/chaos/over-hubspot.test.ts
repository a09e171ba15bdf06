import { describe, expect, it } from 'vitest';
import { runOverHubSpot } from './over-hubspot.ts';

describe('an account that is changed while HubSpot fails, lags, cuts answers off and refuses its token, and processes are killed', () => {
  it.each([1, 2, 3])('ends with records that say what HubSpot says, deal by deal (%i)', async (seed) => {
    const ending = await runOverHubSpot({ seed, operations: 150 });

    expect(ending.recorded).toEqual(ending.atHubSpot);
    expect(ending).toMatchObject({ repairedAtLast: 0, missing: [], deadLetters: 0 });
    expect(ending.kills).toBeGreaterThan(3);
    expect(ending.faults).toBeGreaterThan(5);
    expect(ending.atHubSpot.filter((line) => line.includes('merged')).length).toBeGreaterThan(0);
  });
});
