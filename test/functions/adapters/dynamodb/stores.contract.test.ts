import { afterAll, beforeAll, describe } from 'vitest';
import { dynamoBlockStore } from '../../../../functions/adapters/dynamodb/block-store.ts';
import { dynamoDeadLetterStore } from '../../../../functions/adapters/dynamodb/dead-letter-store.ts';
import { dynamoDealNotesStore } from '../../../../functions/adapters/dynamodb/deal-notes-store.ts';
import { dynamoDealStore } from '../../../../functions/adapters/dynamodb/deal-store.ts';
import { dynamoFrozenStore } from '../../../../functions/adapters/dynamodb/frozen-store.ts';
import { dynamoReferenceStore } from '../../../../functions/adapters/dynamodb/reference-store.ts';
import { dynamoReportStore } from '../../../../functions/adapters/dynamodb/report-store.ts';
import { dynamoSettingsStore } from '../../../../functions/adapters/dynamodb/settings-store.ts';
import { dynamoSnoozeStore } from '../../../../functions/adapters/dynamodb/snooze-store.ts';
import { dynamoStatusStore } from '../../../../functions/adapters/dynamodb/status-store.ts';
import { dynamoSyncStore } from '../../../../functions/adapters/dynamodb/sync-store.ts';
import { blockStoreContract } from '../../../support/contracts/block-store-contract.ts';
import { deadLetterStoreContract } from '../../../support/contracts/dead-letter-store-contract.ts';
import { dealNotesStoreContract } from '../../../support/contracts/deal-notes-store-contract.ts';
import { dealStoreContract } from '../../../support/contracts/deal-store-contract.ts';
import { frozenStoreContract, frozenStoreExpires } from '../../../support/contracts/frozen-store-contract.ts';
import { referenceStoreContract } from '../../../support/contracts/reference-store-contract.ts';
import { reportStoreContract } from '../../../support/contracts/report-store-contract.ts';
import { settingsStoreContract } from '../../../support/contracts/settings-store-contract.ts';
import { snoozeStoreContract } from '../../../support/contracts/snooze-store-contract.ts';
import { statusStoreContract } from '../../../support/contracts/status-store-contract.ts';
import { startEngine, type TestEngine } from '../../../support/dynalite.ts';
import {
  fakeBlockStore,
  fakeClock,
  fakeDeadLetters,
  fakeDealNotes,
  fakeDealStore,
  fakeFrozenStore,
  fakeReferenceStore,
  fakeReportStore,
  fakeSettingsStore,
  fakeSnoozeStore,
  fakeStatusStores,
} from '../../../support/fakes.ts';

describe('in memory', () => {
  dealStoreContract(async () => fakeDealStore());
  blockStoreContract(async () => {
    const clock = fakeClock();
    return { store: fakeBlockStore(clock), clock };
  });
  frozenStoreContract(async () => ({ store: fakeFrozenStore(), clock: fakeClock() }));
  reportStoreContract(async () => fakeReportStore());
  referenceStoreContract(async () => fakeReferenceStore());
  settingsStoreContract(async () => fakeSettingsStore());
  statusStoreContract(async () => fakeStatusStores());
  deadLetterStoreContract(async () => fakeDeadLetters());
  dealNotesStoreContract(async () => fakeDealNotes());
  snoozeStoreContract(async () => fakeSnoozeStore());
});

describe('in DynamoDB', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());
  const newTable = async () => (await engine.newTable()).table;

  dealStoreContract(async () => dynamoDealStore(await newTable()));
  blockStoreContract(async () => {
    const { table, clock } = await engine.newTable();
    return { store: dynamoBlockStore(table), clock };
  });
  const frozenInTable = async () => {
    const { table, clock } = await engine.newTable();
    return { store: dynamoFrozenStore(table), clock };
  };
  frozenStoreContract(frozenInTable);
  frozenStoreExpires(frozenInTable);
  reportStoreContract(async () => dynamoReportStore(await newTable()));
  referenceStoreContract(async () => dynamoReferenceStore(await newTable()));
  settingsStoreContract(async () => dynamoSettingsStore(await newTable()));
  deadLetterStoreContract(async () => dynamoDeadLetterStore(await newTable()));
  dealNotesStoreContract(async () => dynamoDealNotesStore(await newTable()));
  snoozeStoreContract(async () => dynamoSnoozeStore(await newTable()));
  statusStoreContract(async () => {
    const table = await newTable();
    return { ...dynamoStatusStore(table), ...dynamoSyncStore(table) };
  });
});
