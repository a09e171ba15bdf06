import { afterEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../../local/hubspot-simulator/options.ts';
import { PRO_LIMITS } from '../../../local/hubspot-simulator/options.ts';
import { hubspotClient } from './hubspot-client.ts';
import { aPortal, aSeedDeal, openSimulator, START, standingClock } from './small-portal.ts';

let simulator: Simulator;
afterEach(() => simulator.close());

const threeDeals = () => aPortal(['1', '2', '3'].map((id) => aSeedDeal(id)));

describe('reading deals through HubSpot’s client', () => {
  it('serves histories newest first, values as text, and unset properties as null', async () => {
    simulator = await openSimulator(threeDeals());
    const { batch } = hubspotClient(simulator.url);

    const answer = await batch.read({
      inputs: [{ id: '2' }],
      properties: ['amount', 'closedate', 'hs_deal_stage_probability', 'hs_is_closed'],
      propertiesWithHistory: ['dealstage'],
    });

    const [deal] = answer.results;
    expect(deal?.properties).toMatchObject({
      amount: '200',
      closedate: null,
      hs_deal_stage_probability: '0.59999999999999997779553950749686919152736663818359375',
      hs_is_closed: 'false',
      hs_object_id: '2',
    });
    expect(deal?.propertiesWithHistory?.['dealstage']?.map(({ value }) => value)).toEqual(['offer', 'new']);
    expect(deal?.propertiesWithHistory?.['dealstage']?.[0]?.timestamp).toBeInstanceOf(Date);
  });

  it('answers what it finds of a batch and names what it does not', async () => {
    simulator = await openSimulator(threeDeals());
    simulator.desk.archive('3');

    const answer = await hubspotClient(simulator.url).batch.read({
      inputs: [{ id: '1' }, { id: '3' }, { id: '999' }],
      properties: ['dealname'],
      propertiesWithHistory: [],
    });

    expect(answer.results.map(({ id }) => id)).toEqual(['1']);
    expect('errors' in answer && answer.errors?.[0]?.context).toEqual({ ids: ['3', '999'] });
  });

  it('refuses 51 deals with history in HubSpot’s words', async () => {
    simulator = await openSimulator(threeDeals());
    const inputs = Array.from({ length: 51 }, (_, index) => ({ id: String(index) }));

    const refused = hubspotClient(simulator.url).batch.read({
      inputs,
      properties: [],
      propertiesWithHistory: ['dealstage'],
    });

    await expect(refused).rejects.toMatchObject({
      code: 400,
      body: {
        category: 'VALIDATION_ERROR',
        message:
          'The maximum number of inputs supported in a batch request for property histories is 50. Please reduce the number of items and try again',
      },
    });
  });

  it('finds archived deals only when they are asked for', async () => {
    simulator = await openSimulator(threeDeals());
    simulator.desk.archive('2');
    const { basic } = hubspotClient(simulator.url);

    const archived = await basic.getById('2', ['dealname'], undefined, undefined, true);

    expect(archived).toMatchObject({ id: '2', archived: true, archivedAt: new Date(START) });
    await expect(basic.getById('2')).rejects.toMatchObject({ code: 404 });
    const listed = await basic.getPage(2);
    expect(listed.results.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('pages through all deals in order of their ids', async () => {
    simulator = await openSimulator(aPortal(['10', '9', '100', '2', '30'].map((id) => aSeedDeal(id))));
    const { basic } = hubspotClient(simulator.url);
    const ids: string[] = [];

    let after: string | undefined;
    do {
      const page = await basic.getPage(2, after);
      ids.push(...page.results.map(({ id }) => id));
      after = page.paging?.next?.after;
    } while (after !== undefined);

    expect(ids).toEqual(['2', '9', '10', '30', '100']);
  });

  it('refuses a wrong token before anything else', async () => {
    simulator = await openSimulator(threeDeals());

    await expect(hubspotClient(simulator.url, 'wrong').basic.getById('1')).rejects.toMatchObject({
      code: 401,
      body: { status: 'error', category: 'INVALID_AUTHENTICATION' },
    });
  });
});

describe('changing deals', () => {
  it('adds a revision, moves the modification date on and sets the close date again when the deal closes', async () => {
    const clock = standingClock();
    simulator = await openSimulator(threeDeals(), { clock });
    const { basic } = hubspotClient(simulator.url);
    clock.forward(5_000);

    await basic.update('1', { properties: { dealstage: 'won' } });

    const deal = await basic.getById('1', ['closedate', 'hs_is_closed_won'], ['dealstage']);
    expect(deal.properties).toMatchObject({
      closedate: new Date(START + 5_000).toISOString(),
      hs_is_closed_won: 'true',
    });
    expect(deal.updatedAt.getTime()).toBe(START + 5_000);
    expect(deal.propertiesWithHistory?.['dealstage']?.[0]).toMatchObject({
      value: 'won',
      sourceType: 'INTEGRATION',
      timestamp: new Date(START + 5_000),
    });
  });

  it('keeps no revision for a value that was there already', async () => {
    simulator = await openSimulator(threeDeals());
    const { basic } = hubspotClient(simulator.url);

    await basic.update('1', { properties: { dealstage: 'offer' } });

    const deal = await basic.getById('1', undefined, ['dealstage']);
    expect(deal.propertiesWithHistory?.['dealstage']).toHaveLength(2);
  });

  it('keeps 20 revisions of a property, the newest', async () => {
    const clock = standingClock();
    simulator = await openSimulator(threeDeals(), { clock });
    const { basic } = hubspotClient(simulator.url);
    for (let amount = 1; amount <= 30; amount += 1) {
      clock.forward(1000);
      simulator.desk.update('1', { amount: String(amount) });
    }

    const deal = await basic.getById('1', undefined, ['amount']);

    const amounts = deal.propertiesWithHistory?.['amount']?.map(({ value }) => value);
    expect(amounts).toEqual(Array.from({ length: 20 }, (_, index) => String(30 - index)));
  });

  it('keeps every revision when the cap is off', async () => {
    simulator = await openSimulator(threeDeals(), { limits: { ...PRO_LIMITS, revisions: null } });
    for (let amount = 1; amount <= 30; amount += 1) simulator.desk.update('1', { amount: String(amount) });

    const deal = await hubspotClient(simulator.url).basic.getById('1', undefined, ['amount']);

    expect(deal.propertiesWithHistory?.['amount']).toHaveLength(31);
  });

  it('refuses stages that are unknown or belong to another pipeline', async () => {
    simulator = await openSimulator(threeDeals());
    const { basic } = hubspotClient(simulator.url);

    await expect(basic.update('1', { properties: { dealstage: 'nowhere' } })).rejects.toMatchObject({ code: 400 });
    await expect(basic.update('1', { properties: { dealstage: 'due' } })).rejects.toMatchObject({ code: 400 });
    await expect(basic.update('1', { properties: { pipeline: 'renewals', dealstage: 'due' } })).resolves.toBeDefined();
  });

  it('answers the survivor for the id of a merged deal', async () => {
    simulator = await openSimulator(threeDeals());
    const { basic, batch } = hubspotClient(simulator.url);

    await basic.merge({ primaryObjectId: '1', objectIdToMerge: '2' });

    expect((await basic.getById('2')).id).toBe('1');
    expect((await basic.getById('1', ['hs_merged_object_ids'])).properties['hs_merged_object_ids']).toBe('2');
    const read = await batch.read({ inputs: [{ id: '2' }], properties: [], propertiesWithHistory: [] });
    expect(read.results.map(({ id }) => id)).toEqual(['1']);
  });

  it('mixes the histories of merged deals, and dates what holds anew', async () => {
    const clock = standingClock();
    const [one, two] = [aSeedDeal('1'), aSeedDeal('2')];
    const poor = { ...one, properties: { pipeline: 'sales', dealstage: 'offer' } };
    simulator = await openSimulator(aPortal([poor, two]), { clock });
    const { basic, batch } = hubspotClient(simulator.url);
    await basic.update('2', { properties: { dealstage: 'won' } });
    clock.forward(60_000);

    await basic.merge({ primaryObjectId: '1', objectIdToMerge: '2' });

    const { results } = await batch.read({
      inputs: [{ id: '1' }],
      properties: ['amount', 'dealstage', 'hs_merged_object_ids'],
      propertiesWithHistory: ['dealstage', 'hs_merged_object_ids'],
    });
    const [merged] = results;
    expect(merged?.properties).toMatchObject({ amount: '200', dealstage: 'offer', hs_merged_object_ids: '2' });
    expect(
      merged?.propertiesWithHistory?.['dealstage']?.map(({ value, timestamp }) => [value, timestamp.getTime()]),
    ).toEqual([
      ['offer', START + 60_000],
      ['won', START],
      ['offer', two.createdAt + 3_600_000],
      ['new', two.createdAt],
      ['offer', one.createdAt + 3_600_000],
      ['new', one.createdAt],
    ]);
    expect(merged?.propertiesWithHistory?.['hs_merged_object_ids']).toMatchObject([
      { value: '2', timestamp: new Date(START + 60_000), sourceType: 'MERGE_OBJECTS' },
    ]);
  });

  it('brings a deleted deal back on restore', async () => {
    simulator = await openSimulator(threeDeals());
    const { basic } = hubspotClient(simulator.url);
    await basic.archive('1');

    simulator.desk.restore('1');

    expect((await basic.getById('1')).archived).toBe(false);
  });

  it('gives new deals ids of their own and the pipeline of their stage', async () => {
    simulator = await openSimulator(threeDeals());

    const made = await hubspotClient(simulator.url).basic.create({
      properties: { dealname: 'New', dealstage: 'due' },
      associations: [],
    });

    expect(made).toMatchObject({ id: '4', properties: { pipeline: 'renewals', dealstage: 'due' } });
  });
});
