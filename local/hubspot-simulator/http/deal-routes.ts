import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { notFound } from '../problem.ts';
import type { SimDeal } from '../portal/deal-state.ts';
import { safeNumber } from '../portal/deal-table.ts';
import type { Account } from './account.ts';
import { limitParameter, listParameter, parseBody, propertiesSchema } from './read-body.ts';
import { type Wanted, wireDeal } from './wire.ts';

const LIST_MAX = 100;
const LIST_WITH_HISTORY_MAX = 50;
const writeSchema = z.object({ properties: propertiesSchema });
const mergeSchema = z.object({ primaryObjectId: z.coerce.string(), objectIdToMerge: z.coerce.string() });

/** `/crm/v3/objects/deals`: one deal at a time, and the list. */
export function dealRoutes(account: Account): Hono {
  const { table, desk, limits } = account;
  const answer = (deal: SimDeal, wanted: Wanted = { properties: [], propertiesWithHistory: [] }) =>
    wireDeal(table, deal, { wanted, revisions: limits.revisions });

  return new Hono()
    .get('/', (context) => {
      const wanted = wantedBy(context);
      const max = wanted.propertiesWithHistory.length > 0 ? LIST_WITH_HISTORY_MAX : LIST_MAX;
      const limit = limitParameter(context, { byDefault: 10, max });
      const { page, after } = pageOf(account, {
        limit,
        after: context.req.query('after'),
        archived: isArchived(context),
      });
      return context.json({
        results: page.map((deal) => answer(deal, wanted)),
        ...(after !== null && { paging: { next: { after, link: `${context.req.path}?after=${after}` } } }),
      });
    })
    .get('/:dealId', (context) => {
      const deal = desk.find(context.req.param('dealId'));
      if (deal === null || (table.archivedAt(deal.dealId) !== null) !== isArchived(context)) throw notFound();
      return context.json(answer(deal, wantedBy(context)));
    })
    .post('/', async (context) => {
      const { properties } = await parseBody(context, writeSchema);
      return context.json(answer(desk.create(properties, sourceOf(context))), 201);
    })
    .patch('/:dealId', async (context) => {
      const { properties } = await parseBody(context, writeSchema);
      const wanted = { properties: Object.keys(properties), propertiesWithHistory: [] };
      return context.json(answer(desk.update(context.req.param('dealId'), properties, sourceOf(context)), wanted));
    })
    .delete('/:dealId', (context) => {
      desk.archive(context.req.param('dealId'));
      return context.body(null, 204);
    })
    .post('/merge', async (context) => {
      const { primaryObjectId, objectIdToMerge } = await parseBody(context, mergeSchema);
      return context.json(answer(desk.merge(primaryObjectId, objectIdToMerge)));
    });
}

const isArchived = (context: Context): boolean => context.req.query('archived') === 'true';

const wantedBy = (context: Context): Wanted => ({
  properties: listParameter(context, 'properties'),
  propertiesWithHistory: listParameter(context, 'propertiesWithHistory'),
});

/** Calls of apps are `INTEGRATION`. The simulator alone takes a header that says otherwise: how a person's move in a page is made. */
const sourceOf = (context: Context): string => context.req.header('x-simulator-source') ?? 'INTEGRATION';

interface PageRequest {
  readonly limit: number;
  readonly after: string | undefined;
  readonly archived: boolean;
}

function pageOf({ table }: Account, { limit, after, archived }: PageRequest) {
  const ids = table.idsInOrder();
  const page: SimDeal[] = [];
  let next = after === undefined ? 0 : ids.findIndex((id) => safeNumber(id) > safeNumber(after) || id === after);
  if (next === -1) next = ids.length;
  for (; next < ids.length && page.length < limit; next += 1) {
    const deal = table.find(ids[next] ?? '');
    if (deal !== null && (table.archivedAt(deal.dealId) !== null) === archived) page.push(deal);
  }
  return { page, after: next < ids.length ? (ids[next] ?? null) : null };
}
