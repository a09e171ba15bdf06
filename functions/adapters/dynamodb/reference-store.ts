import type { PipelineSnapshot } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { AccountRef, OwnerRef, ReferenceStore, TeamRef } from '../../ports/reference-store.ts';
import { getItem, parseItem, putItem, queryItems } from './items.ts';
import type { ReferenceName } from './keys.ts';
import type { Table } from './table.ts';

const stageSchema = z.object({
  stageId: z.string(),
  label: z.string(),
  role: z.enum(['open', 'parked', 'won', 'lost', 'post-win']),
  displayOrder: z.number(),
  typedProbability: z.nullable(z.number()),
  isUnknown: z.boolean(),
});

const pipelinesSchema: z.ZodMiniType<PipelineSnapshot> = z.object({
  readAt: z.number(),
  version: z.string(),
  pipelines: z.array(z.object({ pipelineId: z.string(), label: z.string(), stages: z.array(stageSchema) })),
});

const ownerSchema: z.ZodMiniType<OwnerRef> = z.object({
  ownerId: z.string(),
  userId: z.nullable(z.string()),
  teamIds: z.array(z.string()),
  isArchived: z.boolean(),
});
const teamSchema: z.ZodMiniType<TeamRef> = z.object({
  teamId: z.string(),
  label: z.string(),
  parentTeamId: z.nullable(z.string()),
});
// A snapshot of an earlier version has no teams.
const peopleSchema = z.object({
  readAt: z.number(),
  owners: z.array(ownerSchema),
  teams: z._default(z.array(teamSchema), []),
});

const accountSchema: z.ZodMiniType<AccountRef> = z.object({
  portalId: z.string(),
  timeZone: z.string(),
  currency: z.string(),
});

export function dynamoReferenceStore(table: Table): ReferenceStore {
  const read = async <T>(name: ReferenceName, schema: z.ZodMiniType<T>): Promise<T | null> => {
    const item = await getItem(table, table.keys.reference(name), { isConsistent: false });
    return item === null ? null : parseItem(schema, item);
  };
  const store = (name: ReferenceName, content: object) => putItem(table, { ...table.keys.reference(name), ...content });
  return {
    readPipelines: () => read('pipelines', pipelinesSchema),
    storePipelines: (snapshot) => store('pipelines', snapshot),
    keepPipelines: (snapshot) => putItem(table, { ...table.keys.pipelinesSince(snapshot.readAt), ...snapshot }),
    async readPipelineHistory() {
      const items = await queryItems(table, table.keys.pipelineHistory, { isConsistent: true });
      return items.map((item) => parseItem(pipelinesSchema, item));
    },
    readPeople: () => read('owners', peopleSchema),
    storePeople: ({ owners, teams }, readAt) => store('owners', { owners, teams, readAt }),
    readAccount: () => read('account', accountSchema),
    storeAccount: (account) => store('account', account),
  };
}
