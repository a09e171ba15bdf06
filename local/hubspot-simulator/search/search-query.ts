import * as z from 'zod';
import { invalid } from '../problem.ts';
import { filterSchema } from './filters.ts';

const PAGE_MAX = 200;
const REACH_MAX = 10_000;
const GROUPS_MAX = 5;
const FILTERS_MAX = 6;
const FILTERS_IN_ALL_MAX = 18;
const QUERY_MAX = 3_000;

const sortSchema = z.union([
  z.string().transform((text) => ({
    propertyName: text.replace(/^-/, ''),
    direction: text.startsWith('-') ? ('DESCENDING' as const) : ('ASCENDING' as const),
  })),
  z.object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING') }),
]);

const schema = z.object({
  filterGroups: z.array(z.object({ filters: z.array(filterSchema) })).default([]),
  sorts: z.array(sortSchema).default([]),
  query: z.string().default(''),
  properties: z.array(z.string()).default([]),
  limit: z.coerce.number().int().min(0).default(10),
  after: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((after) => (after === undefined || after === null || after === '' ? 0 : Number(after))),
});

export type SearchQuery = z.output<typeof schema>;

/** HubSpot's limits of one search, as refusals. */
export function parseSearch(body: unknown): SearchQuery {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalid(`Invalid input JSON: ${z.prettifyError(parsed.error)}`);
  const query = parsed.data;
  const filters = query.filterGroups.map((group) => group.filters.length);
  if (query.limit > PAGE_MAX) throw invalid(`Page size must be at most ${PAGE_MAX}.`);
  if (!Number.isInteger(query.after) || query.after < 0) throw invalid('after must be a cursor of this search.');
  if (query.after + query.limit > REACH_MAX)
    throw invalid(`The total number of results reached is limited to ${REACH_MAX}: narrow the search.`);
  if (query.filterGroups.length > GROUPS_MAX) throw invalid(`At most ${GROUPS_MAX} filter groups are allowed.`);
  if (filters.some((count) => count > FILTERS_MAX))
    throw invalid(`At most ${FILTERS_MAX} filters a group are allowed.`);
  if (filters.reduce((sum, count) => sum + count, 0) > FILTERS_IN_ALL_MAX)
    throw invalid(`At most ${FILTERS_IN_ALL_MAX} filters are allowed.`);
  if (query.query.length > QUERY_MAX) throw invalid(`The query is longer than ${QUERY_MAX} characters.`);
  return query;
}
