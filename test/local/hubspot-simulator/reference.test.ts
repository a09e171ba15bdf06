import { afterEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../local/hubspot-simulator/options.ts';
import { hubspotClient } from './hubspot-client.ts';
import { ACCESS_TOKEN, aPortal, aSeedDeal, openSimulator } from './small-portal.ts';

let simulator: Simulator;
afterEach(() => simulator.close());

describe('pipelines', () => {
  it('serve probability and closedness of a stage as text', async () => {
    simulator = await openSimulator(aPortal([]));

    const { results } = await hubspotClient(simulator.url).pipelines.getAll('deals');

    expect(results.map(({ id, displayOrder }) => [id, displayOrder])).toEqual([
      ['sales', 0],
      ['renewals', 1],
    ]);
    expect(results[0]?.stages.map(({ id, metadata }) => [id, metadata])).toEqual([
      ['new', { isClosed: 'false', probability: '0.2' }],
      ['offer', { isClosed: 'false', probability: '0.6' }],
      ['won', { isClosed: 'true', probability: '1.0' }],
      ['lost', { isClosed: 'true', probability: '0.0' }],
    ]);
  });
});

describe('owners', () => {
  it('are listed with their teams, departed ones only on demand', async () => {
    simulator = await openSimulator(aPortal([]));
    const { owners } = hubspotClient(simulator.url);

    const here = await owners.getPage();
    const gone = await owners.getPage(undefined, undefined, 100, true);

    expect(here.results).toMatchObject([
      { id: '11', userId: 9011, archived: false, teams: [{ id: 't1', name: 'North', primary: true }] },
    ]);
    expect(gone.results).toMatchObject([{ id: '12', archived: true, userIdIncludingInactive: 9012 }]);
    expect(gone.results[0]?.userId).toBeUndefined();
  });

  it('are found by the id of their user, which is not the id of the owner', async () => {
    simulator = await openSimulator(aPortal([]));
    const path = '/crm/v3/owners/9011?idProperty=userId';

    const answer = await fetch(simulator.url + path, { headers: { authorization: `Bearer ${ACCESS_TOKEN}` } });

    expect(await answer.json()).toMatchObject({ id: '11', email: 'ann@example.com' });
  });
});

describe('account', () => {
  it('says whose portal it is, in which zone and currency', async () => {
    simulator = await openSimulator(aPortal([]));

    const answer = await fetch(`${simulator.url}/account-info/v3/details`, {
      headers: { authorization: `Bearer ${ACCESS_TOKEN}` },
    });

    expect(await answer.json()).toMatchObject({ portalId: 4711, timeZone: 'Europe/Zurich', companyCurrency: 'CHF' });
  });
});

describe('tasks', () => {
  const create = (properties: Record<string, string>) =>
    fetch(`${simulator.url}/crm/v3/objects/tasks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ACCESS_TOKEN}` },
      body: JSON.stringify({
        properties,
        associations: [
          { to: { id: '1' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 216 }] },
        ],
      }),
    });

  it('are made again each time they are asked for: HubSpot knows no idempotency', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]));
    const task = { hs_timestamp: '2026-03-03T09:00:00Z', hs_task_subject: 'Call' };

    const answers = [await create(task), await create(task)];

    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    expect(first).not.toEqual(second);
  });

  it('need a due date and a subject', async () => {
    simulator = await openSimulator(aPortal([aSeedDeal('1')]));

    expect((await create({ hs_task_subject: 'Call' })).status).toBe(400);
  });
});
