import * as z from 'zod';
import type { RecordAccount, RecordDeal } from '../page-config.ts';

/** What the record page shows on its left, and what a card may ask for most often. */
const SHOWN_PROPERTIES = [
  'dealname',
  'dealstage',
  'pipeline',
  'amount',
  'closedate',
  'createdate',
  'hubspot_owner_id',
  'dealtype',
  'hs_lastmodifieddate',
  'hs_is_closed',
  'hs_analytics_source',
  'deal_currency_code',
];

const dealSchema = z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) });
const pipelinesSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      stages: z.array(z.object({ id: z.string(), label: z.string(), displayOrder: z.number().default(0) })),
    }),
  ),
});
const ownersSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      firstName: z.string().default(''),
      lastName: z.string().default(''),
      email: z.string().nullish(),
    }),
  ),
});
const problemSchema = z.object({ message: z.string() });

/** HubSpot's refusal of a read or write that the record page made. */
export class RecordProblem extends Error {
  readonly httpStatus: number;

  constructor(httpStatus: number, message: string) {
    super(message);
    this.name = 'RecordProblem';
    this.httpStatus = httpStatus;
  }
}

export interface HubSpotReader {
  account(): Promise<RecordAccount>;
  deal(dealId: string, alsoProperties: readonly string[]): Promise<RecordDeal>;
  search(words: string): Promise<readonly RecordDeal[]>;
  change(dealId: string, properties: Readonly<Record<string, string>>): Promise<void>;
}

/** The record page's own reads and writes, through HubSpot's public API. */
export function createHubSpotReader(hubspotUrl: string, accessToken: string): HubSpotReader {
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${hubspotUrl}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        // Only the simulator looks at this: a move in the page is a person's, not an integration's.
        'x-simulator-source': 'CRM_UI',
      },
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body;
    const problem = problemSchema.safeParse(body);
    throw new RecordProblem(response.status, problem.success ? problem.data.message : `HTTP ${response.status}`);
  };
  const dealPath = (dealId: string) => `/crm/v3/objects/deals/${encodeURIComponent(dealId)}`;

  return {
    async account() {
      const [pipelines, owners] = await Promise.all([ask('/crm/v3/pipelines/deals'), ask('/crm/v3/owners?limit=500')]);
      return { pipelines: pipelinesSchema.parse(pipelines).results.map(pipelineOf), owners: ownersOf(owners) };
    },
    async deal(dealId, alsoProperties) {
      const names = [...new Set([...SHOWN_PROPERTIES, ...alsoProperties])].map(encodeURIComponent).join(',');
      return dealOf(dealSchema.parse(await ask(`${dealPath(dealId)}?properties=${names}`)));
    },
    async search(words) {
      const body = JSON.stringify({
        query: words,
        limit: 20,
        sorts: [{ propertyName: 'hs_lastmodifieddate', direction: 'DESCENDING' }],
        properties: SHOWN_PROPERTIES,
        // Without words the open deals are more interesting; with words whatever has them.
        filterGroups:
          words === '' ? [{ filters: [{ propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' }] }] : [],
      });
      const answer = await ask('/crm/v3/objects/deals/search', { method: 'POST', body });
      return z
        .object({ results: z.array(dealSchema) })
        .parse(answer)
        .results.map(dealOf);
    },
    async change(dealId, properties) {
      await ask(dealPath(dealId), { method: 'PATCH', body: JSON.stringify({ properties }) });
    },
  };
}

const dealOf = ({ id, properties }: z.output<typeof dealSchema>): RecordDeal => ({ dealId: id, properties });

const pipelineOf = ({ id, label, stages }: z.output<typeof pipelinesSchema>['results'][number]) => ({
  pipelineId: id,
  label,
  stages: stages
    .toSorted((a, b) => a.displayOrder - b.displayOrder)
    .map((stage) => ({ stageId: stage.id, label: stage.label })),
});

const ownersOf = (input: unknown) =>
  ownersSchema.parse(input).results.map(({ id, firstName, lastName, email }) => ({
    ownerId: id,
    name: `${firstName} ${lastName}`.trim() || (email ?? id),
  }));
