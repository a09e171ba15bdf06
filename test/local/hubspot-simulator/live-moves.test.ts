import { seededRandom } from '@deal-stage-insights/shared';
import { afterEach, describe, expect, it } from 'vitest';
import { makeLiveMove } from '../../../local/hubspot-simulator/live-moves.ts';
import type { Simulator } from '../../../local/hubspot-simulator/options.ts';
import { aPortal, aSeedDeal, openSimulator } from './small-portal.ts';

const opened: Simulator[] = [];
afterEach(async () => {
  for (const simulator of opened.splice(0)) await simulator.close();
});

async function movesOf(seed: number, count: number) {
  const portal = aPortal(Array.from({ length: 100 }, (_, index) => aSeedDeal(String(index + 1))));
  const simulator = await openSimulator(portal);
  opened.push(simulator);
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => makeLiveMove({ simulator, pipelines: portal.pipelines, random }));
}

describe('makeLiveMove', () => {
  it('makes the same moves from the same seed', async () => {
    const [first, second] = [await movesOf(7, 15), await movesOf(7, 15)];

    expect(first.map((deal) => deal?.properties)).toEqual(second.map((deal) => deal?.properties));
  });

  it('wins and loses deals until none is open, and then does nothing', async () => {
    const moves = await movesOf(1, 1_000);

    const stages = new Set(moves.map((deal) => deal?.properties['dealstage']));
    expect([...stages]).toEqual(expect.arrayContaining(['won', 'lost', 'new', 'offer']));
    expect(moves.at(-1)).toBeNull();
  });
});
