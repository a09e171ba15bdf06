import {
  DEFAULT_SETTINGS,
  type DealRecord,
  type PipelineSnapshot,
  type SettingsSection,
  shardOf,
} from '@deal-stage-insights/shared';
import type { Log } from '../../functions/log.ts';
import type { BlockStore, ShardHead } from '../../functions/ports/block-store.ts';
import type { Clock } from '../../functions/ports/clock.ts';
import type { DeadLetter, DeadLetterStore } from '../../functions/ports/dead-letter-store.ts';
import { type DealNotesStore, NO_NOTES } from '../../functions/ports/deal-notes-store.ts';
import type { DealStore } from '../../functions/ports/deal-store.ts';
import type { IngestMessage, IngestQueue, RollupMessage, RollupQueue } from '../../functions/ports/queues.ts';
import type { FrozenShard, FrozenStore, FrozenTotals } from '../../functions/ports/frozen-store.ts';
import type { AccountRef, PeopleRef, ReferenceStore } from '../../functions/ports/reference-store.ts';
import type { ReportStore } from '../../functions/ports/report-store.ts';
import type { SecretSource } from '../../functions/ports/secret-source.ts';
import type { SectionState, SettingsStore } from '../../functions/ports/settings-store.ts';
import type { ListedSnooze, SnoozeStore } from '../../functions/ports/snooze-store.ts';
import type {
  Arrivals,
  Mark,
  NightlyResult,
  ReconcileResult,
  StatusStore,
  SweepProgress,
} from '../../functions/ports/status-store.ts';
import type { BackfillCheckpoint, SyncStore } from '../../functions/ports/sync-store.ts';
import type { NewTask, TaskDesk } from '../../functions/ports/task-desk.ts';

// In-memory stores and queues. Each passes the contract of its port, beside the adapter that serves in AWS.

export interface FakeClock extends Clock {
  set(at: number): void;
}

export function fakeClock(at = Date.UTC(2026, 5, 15, 12)): FakeClock {
  let now = at;
  return { now: () => now, set: (next) => (now = next) };
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

export interface FakeDealStore extends DealStore {
  /** Records that were written, one for each write. */
  readonly writes: readonly DealRecord[];
  /** All records as JSON, in order of deal id. */
  dump(): string;
}

export function fakeDealStore(): FakeDealStore {
  const items = new Map<string, { version: number; json: string }>();
  const writes: DealRecord[] = [];
  const recordOf = (json: string): DealRecord => JSON.parse(json);
  const sortedIds = () => [...items.keys()].toSorted();
  return {
    writes,
    dump: () =>
      sortedIds()
        .map((dealId) => items.get(dealId)?.json)
        .join('\n'),
    async readDeals(dealIds) {
      const found = dealIds.flatMap((dealId) => {
        const item = items.get(dealId);
        return item === undefined ? [] : [[dealId, { version: item.version, record: recordOf(item.json) }] as const];
      });
      return new Map(found);
    },
    async readDeal(dealId) {
      const item = items.get(dealId);
      return item === undefined ? null : recordOf(item.json);
    },
    async storeDeal(record, expectedVersion) {
      if ((items.get(record.dealId)?.version ?? 0) !== expectedVersion) return 'lost-race';
      items.set(record.dealId, { version: expectedVersion + 1, json: JSON.stringify(record) });
      writes.push(record);
      return 'stored';
    },
    async readShard(shard) {
      const ids = sortedIds().filter((dealId) => shardOf(dealId) === shard);
      return ids.map((dealId) => recordOf(items.get(dealId)?.json ?? ''));
    },
  };
}

export interface FakeBlockStore extends BlockStore {
  /** Heads and chunks as text, for comparing two stores byte for byte. */
  dump(): string;
}

export function fakeBlockStore(clock: Clock = fakeClock()): FakeBlockStore {
  const heads = new Map<number, ShardHead>();
  const chunks = new Map<string, { bytes: Uint8Array; expiresAt: number }>();
  const inOrder = () => [...heads.values()].toSorted((left, right) => left.shard - right.shard);
  const idOf = (shard: number, chunkId: string) => `${shard} ${chunkId}`;
  return {
    dump() {
      const lines = [...chunks].map(([id, { bytes }]) => `${id} ${Buffer.from(bytes).toString('hex')}`);
      return [...inOrder().map((head) => JSON.stringify(head)), ...lines.toSorted()].join('\n');
    },
    readHead: async (shard) => heads.get(shard) ?? null,
    readHeads: async () => inOrder(),
    async storeHead(head) {
      if ((heads.get(head.shard)?.generation ?? 0) !== head.generation - 1) return 'lost-race';
      heads.set(head.shard, structuredClone(head));
      return 'stored';
    },
    async writeChunk(shard, chunkId, bytes) {
      chunks.set(idOf(shard, chunkId), { bytes: bytes.slice(), expiresAt: Number.POSITIVE_INFINITY });
    },
    async readChunks(refs) {
      const found = refs.flatMap(({ shard, chunkId }) => {
        const chunk = chunks.get(idOf(shard, chunkId));
        return chunk !== undefined && chunk.expiresAt > clock.now() ? [[chunkId, chunk.bytes.slice()] as const] : [];
      });
      return new Map(found);
    },
    async expireChunks(shard, chunkIds, at) {
      for (const chunkId of chunkIds) {
        const chunk = chunks.get(idOf(shard, chunkId));
        if (chunk !== undefined) chunk.expiresAt = at;
      }
    },
  };
}

export function fakeReportStore(): ReportStore & { dump(): string } {
  const reports = new Map<string, string>();
  const idOf = (pipelineId: string, name: string) => JSON.stringify([pipelineId, name]);
  return {
    dump: () =>
      [...reports]
        .map(([id, json]) => `${id} ${json}`)
        .toSorted()
        .join('\n'),
    readReport: async (pipelineId, name) => reports.get(idOf(pipelineId, name)) ?? null,
    async storeReport(pipelineId, name, json) {
      if (reports.get(idOf(pipelineId, name)) === json) return 'unchanged';
      reports.set(idOf(pipelineId, name), json);
      return 'stored';
    },
  };
}

export function fakeFrozenStore(): FrozenStore {
  const kept = new Map<string, FrozenShard | FrozenTotals>();
  const freeze = async (name: string, frozen: FrozenShard | FrozenTotals) => {
    if (kept.has(name)) return 'stands' as const;
    kept.set(name, structuredClone(frozen));
    return 'stored' as const;
  };
  const shards = (day: string): FrozenShard[] =>
    [...kept.values()].flatMap((frozen) => ('shard' in frozen && frozen.day === day ? [frozen] : []));
  return {
    freezeShard: (frozen) => freeze(`${frozen.day} ${frozen.shard}`, frozen),
    freezeTotals: (frozen) => freeze(frozen.day, frozen),
    readShards: async (day) => shards(day).toSorted((a, b) => a.shard - b.shard),
    readTotals: async (days) =>
      days.flatMap((day) => {
        const frozen = kept.get(day);
        return frozen !== undefined && 'totals' in frozen ? [frozen] : [];
      }),
    async forgetDeal(dealId, days) {
      const spoke = days.flatMap(shards).filter(({ chances }) => chances.some((each) => each.dealId === dealId));
      for (const each of spoke) {
        const chances = each.chances.filter((chance) => chance.dealId !== dealId);
        kept.set(`${each.day} ${each.shard}`, { ...each, chances });
      }
      return spoke.length;
    },
  };
}

export function fakeReferenceStore(): ReferenceStore {
  let pipelines: PipelineSnapshot | null = null;
  let people: (PeopleRef & { readAt: number }) | null = null;
  let account: AccountRef | null = null;
  const kept = new Map<number, PipelineSnapshot>();
  return {
    keepPipelines: async (snapshot) => void kept.set(snapshot.readAt, structuredClone(snapshot)),
    readPipelineHistory: async () => [...kept.values()].toSorted((one, other) => one.readAt - other.readAt),
    readPipelines: async () => pipelines,
    storePipelines: async (snapshot) => void (pipelines = structuredClone(snapshot)),
    readPeople: async () => people,
    storePeople: async (stored, readAt) => void (people = { readAt, ...structuredClone(stored) }),
    readAccount: async () => account,
    storeAccount: async (stored) => void (account = structuredClone(stored)),
  };
}

export type FakeStatusStores = StatusStore & SyncStore;

export function fakeStatusStores(): FakeStatusStores {
  const marks: Partial<Record<Mark, number>> = {};
  let arrivals: Arrivals = {};
  let nightly: NightlyResult | null = null;
  let reconciled: ReconcileResult | null = null;
  let swept: SweepProgress | null = null;
  let backfill: { version: number; checkpoint: BackfillCheckpoint } | null = null;
  let watermark: number | null = null;
  return {
    mark: async (mark, at) => void (marks[mark] = Math.max(at, marks[mark] ?? at)),
    readMarks: async () => ({ ...marks }),
    storeNightly: async (result) => void (nightly = result),
    readNightly: async () => nightly,
    noteArrivals: async (noted) => void (arrivals = { ...arrivals, ...noted }),
    readArrivals: async () => arrivals,
    storeReconcile: async (result) => void (reconciled = result),
    readReconcile: async () => reconciled,
    storeSweep: async (progress) => void (swept = structuredClone(progress)),
    readSweep: async () => structuredClone(swept),
    readLatestBackfill: async () => backfill?.checkpoint.progress ?? null,
    readCheckpoint: async () => structuredClone(backfill),
    async storeCheckpoint(checkpoint, expectedVersion) {
      if ((backfill?.version ?? 0) !== expectedVersion) return 'lost-race';
      backfill = { version: expectedVersion + 1, checkpoint: structuredClone(checkpoint) };
      return 'stored';
    },
    readWatermark: async () => watermark,
    storeWatermark: async (at) => void (watermark = Math.max(at, watermark ?? at)),
  };
}

export function fakeDeadLetters(): DeadLetterStore {
  const letters = new Map<string, DeadLetter>();
  return {
    async keep(deals, at) {
      for (const deal of deals) {
        const before = letters.get(deal.dealId);
        letters.set(deal.dealId, {
          ...deal,
          firstAt: before?.firstAt ?? at,
          lastAt: at,
          tries: (before?.tries ?? 0) + 1,
        });
      }
    },
    list: async () => [...letters.values()].toSorted((one, other) => (one.dealId < other.dealId ? -1 : 1)),
    async forget(dealIds) {
      for (const dealId of dealIds) letters.delete(dealId);
    },
  };
}

export interface FakeQueues extends IngestQueue, RollupQueue {
  readonly ingest: readonly IngestMessage[];
  readonly rollup: readonly RollupMessage[];
  /** Shards of all rollup messages, in the order in which they were sent. */
  readonly shards: readonly number[];
}

export function fakeQueues(clock: Clock = fakeClock()): FakeQueues {
  const ingest: IngestMessage[] = [];
  const rollup: RollupMessage[] = [];
  return {
    ingest,
    rollup,
    get shards() {
      return rollup.flatMap(({ shards }) => shards);
    },
    async sendDeals(dealIds, origin, arrived) {
      const all = [...new Set(dealIds)];
      const rest = { origin, sentAt: clock.now(), ...(arrived !== undefined && { arrived }) };
      for (let from = 0; from < all.length; from += 50) ingest.push({ dealIds: all.slice(from, from + 50), ...rest });
    },
    async sendShards(shards) {
      if (shards.length > 0) rollup.push({ shards: [...new Set(shards)] });
    },
  };
}

export function fakeSecrets(
  secrets = { accessToken: 'a-token', clientSecrets: ['a-client-secret'] },
): SecretSource & { current: typeof secrets } {
  return {
    current: secrets,
    async read() {
      return this.current;
    },
    async readAgain() {
      return this.current;
    },
  };
}

export function fakeSettingsStore(): SettingsStore {
  const states = new Map<SettingsSection, readonly SectionState[]>();
  const present = <S extends SettingsSection>(section: S): SectionState<S> =>
    (states.get(section)?.[0] as SectionState<S> | undefined) ?? {
      version: 0,
      changedAt: null,
      changedByUserId: null,
      value: DEFAULT_SETTINGS[section],
    };
  return {
    readSettings: async () => ({
      stages: present('stages'),
      criteria: present('criteria'),
      calendar: present('calendar'),
      horizons: present('horizons'),
      targets: present('targets'),
      segments: present('segments'),
      testDeals: present('testDeals'),
      managers: present('managers'),
      visibility: present('visibility'),
      rules: present('rules'),
      actions: present('actions'),
    }),
    async storeSection({ section, ...state }, expectedVersion) {
      if (present(section).version !== expectedVersion) return 'lost-race';
      const stored = structuredClone({ ...state, version: expectedVersion + 1 });
      states.set(section, [stored, ...(states.get(section) ?? [])].slice(0, 51));
      return 'stored';
    },
    readHistory: async (section) => states.get(section) ?? [],
    async forgetManager(user) {
      let named = 0;
      const forget = (state: SectionState): SectionState => {
        const { managers } = (state as SectionState<'managers'>).value;
        const others = managers.filter((manager) => manager.user.toLowerCase() !== user.toLowerCase());
        if (others.length === managers.length) return state;
        named += 1;
        return { ...state, value: { managers: others } };
      };
      const [present, ...past] = states.get('managers') ?? [];
      if (present !== undefined) states.set('managers', [present, ...past.map(forget)]);
      return named;
    },
  };
}

export function fakeDealNotes(): DealNotesStore {
  const items = new Map<string, { readonly version: number; readonly json: string }>();
  const readForChange: DealNotesStore['readForChange'] = async (dealId) => {
    const item = items.get(dealId);
    return item === undefined
      ? { version: 0, notes: NO_NOTES }
      : { version: item.version, notes: JSON.parse(item.json) };
  };
  return {
    readForChange,
    read: async (dealId) => (await readForChange(dealId)).notes,
    async store(dealId, notes, expectedVersion) {
      if ((items.get(dealId)?.version ?? 0) !== expectedVersion) return 'lost-race';
      items.set(dealId, { version: expectedVersion + 1, json: JSON.stringify(notes) });
      return 'stored';
    },
    forget: async (dealId) => void items.delete(dealId),
  };
}

/** Kept until the test ends: what is over is left out by who reads. */
export function fakeSnoozeStore(): SnoozeStore {
  const items = new Map<string, ListedSnooze>();
  return {
    async readSnoozes() {
      return new Map(
        [...items].flatMap(([dealId, { snooze }]) => (snooze === null ? [] : [[dealId, snooze] as const])),
      );
    },
    async listSnooze(listed) {
      if ((items.get(listed.dealId)?.notesVersion ?? 0) < listed.notesVersion) items.set(listed.dealId, listed);
    },
  };
}

export interface FakeTaskDesk extends TaskDesk {
  readonly tasks: readonly NewTask[];
}

/** Like HubSpot it makes another task each time it is asked. */
export function fakeTaskDesk(): FakeTaskDesk {
  const tasks: NewTask[] = [];
  const refOf = (place: number) => ({ taskId: String(9000 + place), createdAt: 1_790_000_000_000 + place });
  return {
    tasks,
    async findByMark(dealId, mark) {
      const place = tasks.findIndex((task) => task.dealId === dealId && task.body.includes(mark));
      return place < 0 ? null : refOf(place);
    },
    create: async (task) => refOf(tasks.push(task) - 1),
  };
}
