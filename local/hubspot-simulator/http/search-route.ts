import type { CollectionResponseWithTotalSimplePublicObject } from '@hubspot/api-client/lib/codegen/crm/deals/models/CollectionResponseWithTotalSimplePublicObject.js';
import { Hono } from 'hono';
import { parseSearch } from '../search/search-query.ts';
import type { Account } from './account.ts';
import { jsonBody } from './read-body.ts';
import { type Wire, wireDeal } from './wire.ts';

/** `POST /crm/v3/objects/deals/search`. Search knows no history. */
export function searchRoute({ table, search, limits }: Account): Hono {
  return new Hono().post('/', async (context) => {
    const query = parseSearch(await jsonBody(context));
    const found = search(query);
    const end = query.after + query.limit;
    const wanted = { properties: query.properties, propertiesWithHistory: [] };
    const answer = {
      total: found.length,
      results: found
        .slice(query.after, end)
        .map((deal) => wireDeal(table, deal, { wanted, revisions: limits.revisions })),
      ...(end < found.length && { paging: { next: { after: String(end) } } }),
    } satisfies Wire<CollectionResponseWithTotalSimplePublicObject>;
    return context.json(answer);
  });
}
