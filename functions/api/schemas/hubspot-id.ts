import * as z from 'zod/mini';

/** Ids of pipelines and stages: a number, a UUID, or a name that HubSpot or an integration gave, such as `closedwon`. */
export const hubspotIdSchema = z
  .string()
  .check(z.regex(/^\P{Cc}{1,200}$/u, 'must be the id of a pipeline or stage at HubSpot'));
