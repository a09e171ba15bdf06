import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unlessErased } from '../../../functions/erase/unless-erased.ts';
import { startEngine, type TestEngine } from '../../support/dynalite.ts';
import { fakeErasures } from '../../support/fake-erasures.ts';
import { filledTable, SECRET_DEAL } from './erased-table.ts';

const request = { scope: 'portal', portalId: '62515' } as const;

describe('erasing a whole account', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());

  it('leaves one item in the whole table: the note that keeps everything away', async () => {
    const { product, quarterHour, items, table, deps } = await filledTable(engine);
    expect((await items()).length).toBeGreaterThan(10);

    await product.erase(request);
    for (let quarter = 0; quarter < 3; quarter += 1) await quarterHour();

    expect((await items()).map(({ pk }) => pk)).toEqual([table.keys.erasures]);
    const [erasure] = await deps.erasures.list();
    expect(erasure?.finishedAt).not.toBeNull();
    expect(erasure?.itemsRemoved).toBeGreaterThan(10);
  });

  it('takes what a process that began before writes after the first pass, and is not finished before', async () => {
    const { product, items, clock, deps } = await filledTable(engine);
    await product.erase(request);
    await product.goOn();
    expect(await items()).toHaveLength(1);
    await product.read(SECRET_DEAL); // By a function that had looked before the mark was there.

    clock.set(clock.now() + 20 * 60_000);
    await product.goOn();

    expect(await items()).toHaveLength(1);
    expect(await deps.erasures.list()).toMatchObject([{ finishedAt: null }]);
    await product.goOn();
    expect(await deps.erasures.list()).toMatchObject([{ finishedAt: clock.now() }]);
  });

  it('goes on where its time was over', async () => {
    const { product, items, clock } = await filledTable(engine);
    await product.erase(request);

    await product.goOn(clock.now());
    expect((await items()).length).toBeGreaterThan(10);
    await product.goOn();

    expect(await items()).toHaveLength(1);
  });

  it('touches no item of another account', async () => {
    const { product, items, table } = await filledTable(engine);
    const others = ['625150#deals#001', '6251#deals#001'];
    for (const pk of others)
      await table.client.send(new PutCommand({ TableName: table.name, Item: { pk, sk: '1', name: 'theirs' } }));
    await product.erase(request);

    await product.goOn();

    expect((await items()).map(({ pk }) => pk)).toEqual(expect.arrayContaining(others));
    expect(await items()).toHaveLength(3);
  });

  it('is not begun for an account that is not ours', async () => {
    const { product } = await filledTable(engine);

    await expect(product.erase({ scope: 'portal', portalId: '1' })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('lets no function work afterwards', async () => {
    const erasures = fakeErasures();
    const works: string[] = [];
    const work = async () => works.push('worked');

    await unlessErased(erasures, work, 0);
    await erasures.store({
      scope: 'portal',
      dealId: null,
      askedAt: 1,
      askedByUserId: '1',
      finishedAt: null,
      itemsRemoved: 0,
      cleanSince: null,
    });
    await unlessErased(erasures, work, 0);

    expect(works).toEqual(['worked']);
  });
});
