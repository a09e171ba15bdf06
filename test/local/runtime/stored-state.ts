import { SHARD_COUNT } from '@deal-stage-insights/shared';
import { dynamoBlockStore } from '../../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDealStore } from '../../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoReportStore } from '../../../functions/adapters/dynamodb/report-store.ts';
import { openTable } from '../../../functions/adapters/dynamodb/table.ts';
import { TABLE_NAME } from '../../../local/runtime/variables.ts';

const REPORTS = ['stages', 'model'];

/** All that the running runtime has made of an account. Generations are left out: they count writes, which may differ. */
export async function storedState({ portalId, pipelineIds }: { portalId: string; pipelineIds: readonly string[] }) {
  const table = openTable({ name: TABLE_NAME, portalId, clock: { now: () => 0 } });
  const [deals, blocks, reports] = [dynamoDealStore(table), dynamoBlockStore(table), dynamoReportStore(table)];
  const shards = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
  const records = (await Promise.all(shards.map((shard) => deals.readShard(shard)))).flat();

  const heads = await blocks.readHeads();
  const chunks = await Promise.all(
    heads.flatMap(({ shard, chunks: refs }) =>
      refs.map(async ({ chunkId, pipelineId }) => {
        const bytes = (await blocks.readChunks([{ shard, chunkId }])).get(chunkId);
        return [`${shard} ${pipelineId}`, Buffer.from(bytes ?? []).toString('base64')] as const;
      }),
    ),
  );
  const texts = await Promise.all(
    pipelineIds.flatMap((pipelineId) =>
      REPORTS.map(async (name) => [`${pipelineId} ${name}`, await reports.readReport(pipelineId, name)] as const),
    ),
  );
  return {
    records: records.map((record) => JSON.stringify(record)).toSorted(),
    blocks: Object.fromEntries(chunks),
    reports: Object.fromEntries(texts),
  };
}
