import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hubspotTaskDesk } from '../../../../functions/adapters/hubspot/task-desk.ts';
import type { Faults, Simulator } from '../../../../local/hubspot-simulator/options.ts';
import {
  ACCESS_TOKEN,
  aPortal,
  aSeedDeal,
  openSimulator,
  standingClock,
} from '../../../local/hubspot-simulator/small-portal.ts';

let simulator: Simulator;
let faults: ReturnType<NonNullable<Faults['beforeAnswer']>>[];
beforeEach(async () => {
  faults = [];
  simulator = await openSimulator(aPortal([aSeedDeal('1'), aSeedDeal('2')]), {
    faults: { beforeAnswer: ({ method }) => (method === 'POST' ? (faults.shift() ?? null) : null) },
  });
});
afterEach(() => simulator.close());

const secrets = { accessToken: ACCESS_TOKEN, clientSecrets: [] };
const desk = () =>
  hubspotTaskDesk({
    baseUrl: simulator.url,
    secrets: { read: async () => secrets, readAgain: async () => secrets },
    timing: { clock: standingClock(), wait: async () => {} },
  });
const TASK = {
  dealId: '1',
  ownerId: '11',
  dueAt: Date.UTC(2026, 2, 3, 9),
  subject: 'Follow up',
  body: 'Call. [mark 7]',
};

describe('hubspotTaskDesk', () => {
  it('makes a task on the deal, and finds it by its mark, on no other deal', async () => {
    const made = await desk().create(TASK);

    expect(await desk().findByMark('1', '[mark 7]')).toEqual(made);
    expect(await desk().findByMark('1', '[mark 8]')).toBeNull();
    expect(await desk().findByMark('2', '[mark 7]')).toBeNull();
  });

  it('sends a creation once: a failure may have been a success', async () => {
    faults = [{ instead: { status: 502, body: '{}' } }];

    await expect(desk().create(TASK)).rejects.toMatchObject({ code: 'upstream-unavailable' });

    expect(faults).toEqual([]);
    expect(await desk().findByMark('1', '[mark 7]')).toBeNull();
  });
});
