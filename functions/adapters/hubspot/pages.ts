import * as z from 'zod/mini';
import type { HubSpotHttp } from './http.ts';

const PER_PAGE = 100;

export const pagingSchema = z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) }));

/** All results of a list that HubSpot hands out page by page. */
export async function allPages<T>(
  http: HubSpotHttp,
  schema: z.ZodMiniType<{ results: T[]; paging?: { next?: { after: string } | undefined } | undefined }>,
  path: string,
  filter: Readonly<Record<string, string>> = {},
): Promise<readonly T[]> {
  const found: T[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(PER_PAGE), ...filter });
    if (after !== undefined) query.set('after', after);
    const page = await http.call(schema, { method: 'GET', path: `${path}?${query.toString()}` });
    found.push(...page.results);
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return found;
}
