import type { PipelineSnapshot } from '@deal-stage-insights/shared';
import * as z from 'zod';
import type { AccountRef, OwnerRef, ReferenceStore, TeamRef } from '../../ports/reference-store.ts';
import { getItem, parseItem, putItem, queryItems } from './items.ts';
import type { ReferenceName } from './keys.ts';
import type { Table } from './table.ts';

const stageSchema = z.object({
  stageId: z.string(),
  label: z.string(),
  role: z.enum(['open', 'parked', 'won', 'lost', 'post-win']),
  displayOrder: z.number(),
  typedProbability: z.number().nullable(),
  isUnknown: z.boolean(),
});

const pipelinesSchema: z.ZodType<PipelineSnapshot> = z.object({
  readAt: z.number(),
  version: z.string(),
  pipelines: z.array(z.object({ pipelineId: z.string(), label: z.string(), stages: z.array(stageSchema) })),
});

const ownerSchema: z.ZodType<OwnerRef> = z.object({
  ownerId: z.string(),
  userId: z.string().nullable(),
  teamIds: z.array(z.string()),
  isArchived: z.boolean(),
});
const teamSchema: z.ZodType<TeamRef> = z.object({
  teamId: z.string(),
  label: z.string(),
  parentTeamId: z.string().nullable(),
});
// A snapshot of an earlier version has no teams.
const peopleSchema = z.object({
  readAt: z.number(),
  owners: z.array(ownerSchema),
  teams: z.array(teamSchema).default([]),
});

const accountSchema: z.ZodType<AccountRef> = z.object({
  portalId: z.string(),
  timeZone: z.string(),
  currency: z.string(),
});

export function dynamoReferenceStore(table: Table): ReferenceStore {
  const read = async <T>(name: ReferenceName, schema: z.ZodType<T>): Promise<T | null> => {
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
