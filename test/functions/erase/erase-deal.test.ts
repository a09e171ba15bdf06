import { shardOf } from '@deal-stage-insights/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../functions/errors.ts';
import { startEngine, type TestEngine } from '../../support/dynalite.ts';
import { filledTable, OTHER_DEAL, SECRET_DEAL, SECRET_NAME } from './erased-table.ts';

describe('erasing a deal', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());

  const request = { scope: 'deal', dealId: SECRET_DEAL } as const;

  it('takes effect at once: the record is a tombstone before the answer is given', async () => {
    const { deps, product } = await filledTable(engine);

    const answer = await product.erase(request);

    expect(answer).toMatchObject({ scope: 'deal', dealId: SECRET_DEAL, finishedAt: null });
    expect(await deps.store.readDeal(SECRET_DEAL)).toEqual({ kind: 'erased', dealId: SECRET_DEAL });
    expect(await deps.deadLetters.list()).toEqual([]);
  });

  it('leaves nothing of it in the whole table but its id, in the tombstone and in the note that it was asked for', async () => {
    const { table, product, quarterHour, items, deps } = await filledTable(engine);
    const before = await items();
    expect(before.filter(({ text }) => text.includes(SECRET_NAME)).length).toBeGreaterThan(0);
    expect(new Set(before.filter(({ text }) => text.includes(SECRET_DEAL)).map(({ pk }) => kindOf(pk)))).toEqual(
      new Set(['deals', 'chunks', 'reports', 'dead-letters', 'notes', 'snoozes']),
    );

    await product.erase(request);
    for (let quarter = 0; quarter < 4; quarter += 1) await quarterHour();

    const after = await items();
    expect(after.filter(({ text }) => text.includes(SECRET_NAME))).toEqual([]);
    expect(after.filter(({ text }) => text.includes(SECRET_DEAL)).map(({ pk }) => pk)).toEqual(
      expect.arrayContaining([table.keys.dealsOf(shardOf(SECRET_DEAL)), table.keys.erasures]),
    );
    expect(after.filter(({ text }) => text.includes(SECRET_DEAL))).toHaveLength(2);
    expect(await deps.erasures.list()).toMatchObject([{ dealId: SECRET_DEAL, finishedAt: expect.any(Number) }]);
    expect(after.filter(({ text }) => text.includes(OTHER_DEAL)).length).toBeGreaterThan(1);
  });

  it('does not call it finished while a process that knew the deal may still write', async () => {
    const { product, quarterHour, deps } = await filledTable(engine);
    await product.erase(request);

    await quarterHour();
    await product.goOn();

    expect(await deps.erasures.list()).toMatchObject([{ finishedAt: null }]);
  });

  it('outlasts late retries, reconcile, the sweep, and a change at HubSpot', async () => {
    const { product, portal, clock, items, quarterHour } = await filledTable(engine);
    await product.erase(request);
    for (let quarter = 0; quarter < 4; quarter += 1) await quarterHour();
    const [read] = await portal.readDeals([SECRET_DEAL]);
    if (read?.kind !== 'present') throw new Error('The account lost the deal.');
    portal.put({ ...read, lastModifiedAt: clock.now(), facts: { dealname: SECRET_NAME } });

    clock.set(clock.now() + 86_400_000);
    await product.read(SECRET_DEAL);
    await product.reconcile();
    await product.sweep();
    await product.rollUp();

    expect((await items()).filter(({ text }) => text.includes(SECRET_NAME))).toEqual([]);
  });

  it.each([
    ['is down', new AppError('upstream-unavailable', 'HubSpot does not answer at the moment.', { retryAfterMs: 1000 })],
    [
      'answers something that nobody can read',
      new AppError('upstream-unavailable', 'HubSpot answered in an unknown form.'),
    ],
  ])('is not undone by a late retry while HubSpot %s: nothing is set aside under its id', async (_, failure) => {
    const { product, portal, clock, items, deps, quarterHour } = await filledTable(engine);
    await product.erase(request);
    for (let quarter = 0; quarter < 4; quarter += 1) await quarterHour();
    const held = await items();
    const readDeals: typeof portal.readDeals = async (ids) => {
      if (ids.includes(SECRET_DEAL)) throw failure;
      return portal.readDeals(ids);
    };

    await product.retryLate([SECRET_DEAL, '700700700703'], readDeals);
    const [read] = await portal.readDeals([SECRET_DEAL]);
    if (read?.kind !== 'present') throw new Error('The account lost the deal.');
    clock.set(clock.now() + 86_400_000);
    portal.put({ ...read, lastModifiedAt: clock.now() - 1 });
    await product.reconcileWith(readDeals).catch(() => null); // One that is down throws.
    await product.sweepWith(readDeals).catch(() => null);

    const named = (some: Awaited<ReturnType<typeof items>>) =>
      some.filter(({ text }) => text.includes(SECRET_DEAL)).map(({ pk }) => pk);
    expect(named(await items())).toEqual(named(held));
    expect((await deps.deadLetters.list()).map(({ dealId }) => dealId)).not.toContain(SECRET_DEAL);
  });

  it('takes it out of the deals that the sweep did not find at HubSpot', async () => {
    const { product, deps, items, quarterHour } = await filledTable(engine);
    const nothing = { checked: 0, repaired: 0, atHubSpot: 0, recorded: 0 };
    const day = { day: '2026-07-25', startedAt: 1, finishedAt: 2, nextShard: 256 };
    await deps.status.storeSweep({ ...day, ...nothing, missing: [OTHER_DEAL, SECRET_DEAL] });

    await product.erase(request);
    for (let quarter = 0; quarter < 4; quarter += 1) await quarterHour();

    expect(await deps.status.readSweep()).toMatchObject({ missing: [OTHER_DEAL] });
    expect((await items()).filter(({ text }) => text.includes(SECRET_DEAL))).toHaveLength(2);
  });

  it('wins against a writer that read the record before', async () => {
    const { deps, product } = await filledTable(engine);
    const known = (await deps.store.readDeals([SECRET_DEAL])).get(SECRET_DEAL);
    await product.erase(request);

    const late = await deps.store.storeDeal(known!.record, known!.version);

    expect(late).toBe('lost-race');
  });

  it('keeps away a deal that was never seen', async () => {
    const { deps, product } = await filledTable(engine);

    await product.erase({ scope: 'deal', dealId: '999' });

    expect(await deps.store.readDeal('999')).toEqual({ kind: 'erased', dealId: '999' });
  });

  it('asked again, says how far it is and when it was asked first', async () => {
    const { product, clock, quarterHour } = await filledTable(engine);
    const first = await product.erase(request);
    for (let quarter = 0; quarter < 4; quarter += 1) await quarterHour();

    const again = await product.erase(request);

    expect(again).toMatchObject({ askedAt: first.askedAt, finishedAt: expect.any(Number) });
    expect(again.finishedAt).toBeLessThanOrEqual(clock.now());
  });
});

const kindOf = (pk: string): string => pk.split('#')[1] ?? '';
