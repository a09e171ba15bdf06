import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootstrapTable } from '../../../functions/adapters/dynamodb/bootstrap-table.ts';
import { openTable } from '../../../functions/adapters/dynamodb/table.ts';
import { startEngines } from '../../../local/runtime/engines.ts';
import { LOCAL_AWS } from '../../../local/runtime/local-aws.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'engines-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const Key = { pk: { S: 'a' }, sk: { S: 'b' } };

async function openAt(folder: string | null) {
  const engines = await startEngines(folder);
  const client = new DynamoDBClient({ ...LOCAL_AWS, endpoint: engines.dynamodbUrl });
  const table = openTable({ name: 'insights', portalId: '1', clock: { now: () => 0 }, client });
  return {
    ...engines,
    client,
    table: await bootstrapTable(table),
    close: async () => {
      client.destroy();
      await engines.close();
    },
  };
}

describe('the embedded engines', () => {
  it('find the table of an earlier start again, with its items', async () => {
    const first = await openAt(dataDir);
    await first.client.send(new PutItemCommand({ TableName: 'insights', Item: { ...Key, kept: { S: 'yes' } } }));
    await first.close();

    const second = await openAt(dataDir);
    const { Item } = await second.client.send(new GetItemCommand({ TableName: 'insights', Key }));
    await second.close();

    expect([first.table, second.table]).toEqual(['created', 'exists']);
    expect(Item?.['kept']).toEqual({ S: 'yes' });
  });

  it('count the messages that wait, queue by queue', async () => {
    const { queues, close } = await openAt(null);

    await queues.client.send(new SendMessageCommand({ QueueUrl: queues.urls.ingest, MessageBody: '{}' }));
    const pending = [await queues.pending('ingest'), await queues.pending('rollup')];
    await close();

    expect(pending).toEqual([1, 0]);
  });

  it('answer no web page', async () => {
    const { queues, dynamodbUrl, close } = await openAt(null);

    const ask = (url: string) => fetch(url, { method: 'POST', headers: { origin: 'https://elsewhere.example' } });
    const answers = [await ask(queues.url), await ask(dynamodbUrl)];
    await close();

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  it('listen to this machine alone', async () => {
    const { queues, dynamodbUrl, close } = await openAt(null);
    await close();

    expect([queues.url, dynamodbUrl].map((url) => new URL(url).hostname)).toEqual(['127.0.0.1', '127.0.0.1']);
  });
});
