import { decodeVisitBlock, encodeVisitBlock, MODEL_VERSION, shardOf } from '@deal-stage-insights/shared';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoDealStore } from '../../functions/adapters/dynamodb/deal-store.ts';
import { recordDeals } from '../../functions/record-deals.ts';
import { CODE_VERSION } from '../../functions/code-version.ts';
import { parseModel } from '../../functions/rollup/parse-model.ts';
import { BLOCK_FORMAT } from '../../shared/src/history/block-format/encode-visit-block.ts';
import { RECORD_FORMAT } from '../../shared/src/history/encode-deal-record.ts';
import { aDealThrough } from '../support/builders.ts';
import { startEngine, type TestEngine } from '../support/dynalite.ts';
import { fakeQueues } from '../support/fakes.ts';
import { PLAIN, simulatedDeals } from '../support/simulated-deals.ts';
import { inAnotherForm } from './support/another-form.ts';
import { readState, recordedVersions } from './support/recorded-state.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

describe('what a newer version stored, found after a roll-back', () => {
  it('is never overwritten where it is a record: the read waits until the newer version is back', async () => {
    const { table } = await engine.newTable();
    const store = dynamoDealStore(table);
    const later = deflateRawSync(JSON.stringify({ f: RECORD_FORMAT + 1, id: '7' }));
    const item = { ...table.keys.deal(shardOf('7'), '7'), version: 3, deflated: later };
    await table.client.send(new PutCommand({ TableName: table.name, Item: item }));

    const recording = recordDeals({ store, rollupQueue: fakeQueues() }, [aDealThrough('new', { dealId: '7' })]);

    await expect(recording).rejects.toMatchObject({
      code: 'internal',
      cause: { message: expect.stringContaining('a newer version wrote it. Deploy that version again.') },
    });
    await expect(store.storeDeal({ kind: 'erased', dealId: '7' }, 0)).resolves.toBe('lost-race');
  });

  it('is named where it is a block, with who makes it again', () => {
    const block = encodeVisitBlock(simulatedDeals({ seed: 1, deals: 3, days: 30, way: PLAIN }));

    expect(() => decodeVisitBlock(inAnotherForm(block))).toThrow(
      'These bytes are no readable visit block: their format is 99, this version reads 1 (another version of the app made them, and rollup makes them again).',
    );
  });

  it('is read where a model of this version did not tell everything yet', () => {
    const stored = { modelVersion: MODEL_VERSION, stages: [{ stageId: 'demo' }] };

    expect(parseModel(JSON.stringify(stored))).toEqual({
      ...stored,
      shown: null,
      stages: [{ stageId: 'demo', drawn: null }],
    });
  });

  it('rests on its own pipeline where a stage borrowed before other pipelines lent', () => {
    const drawn = { life: { censored: [1], exits: [] }, behind: [40] };
    const stored = { modelVersion: MODEL_VERSION, stages: [{ stageId: 'demo', chances: { followed: 40 }, drawn }] };

    expect(parseModel(JSON.stringify(stored))?.stages[0]?.drawn).toEqual({ ...drawn, followed: 40, from: 'pipeline' });
  });

  it('is not used where it is a model: cards go without figures until rollup has made one', () => {
    expect(parseModel(JSON.stringify({ modelVersion: MODEL_VERSION, stages: [] }))).not.toBeNull();
    expect(parseModel(JSON.stringify({ modelVersion: `${MODEL_VERSION}0`, stages: [] }))).toBeNull();
  });
});

describe('the code version', () => {
  it('is raised with every other version that blocks and reports depend on, so that old ones are made again', () => {
    const recorded = recordedVersions()
      .map(readState)
      .find(({ codeVersion }) => codeVersion === CODE_VERSION);

    expect(recorded).toMatchObject({ modelVersion: MODEL_VERSION, blockFormat: BLOCK_FORMAT });
  });
});
