import { isDeepStrictEqual } from 'node:util';
import {
  type EpochMs,
  MODEL_VERSION,
  type PipelineSnapshot,
  type PipelineView,
  type Stamp,
} from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import { portalDayStart } from '../portal-day.ts';
import type { BlockStore, ShardHead } from '../ports/block-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { ReportStore } from '../ports/report-store.ts';
import type { SettingsState, SettingsStore } from '../ports/settings-store.ts';
import type { SnoozeStore } from '../ports/snooze-store.ts';
import { type KeptPrior, readPriors } from './kept-priors.ts';
import { type KeptRecords, readRecords } from './kept-records.ts';
import { makeReports, STORED_NAMES } from './make-reports.ts';
import { accountOf, positionOf, type ReportAccount } from './position.ts';
import { reportQuestion } from './report-question.ts';
import { askedOf, settled } from './report-settings.ts';
import { type Snoozes, snoozesOn } from './snoozes-on.ts';
import { parseStamp } from './stamp.ts';
import type { ReadVisitTable } from './visit-tables.ts';

const TRIES = 10; // Each try means that blocks or pipelines changed while the report was made.

export interface RefreshReportsDeps {
  readonly blockStore: Pick<BlockStore, 'readHeads'>;
  readonly referenceStore: Pick<ReferenceStore, 'readPipelines' | 'readAccount'>;
  readonly reportStore: ReportStore;
  readonly settingsStore: Pick<SettingsStore, 'readSettings'>;
  readonly snoozeStore: Pick<SnoozeStore, 'readSnoozes'>;
  readonly readVisitTable: ReadVisitTable;
  readonly clock: Clock;
}

/** What reports are made from, as of one look. */
interface Inputs {
  readonly heads: readonly ShardHead[];
  readonly snapshot: PipelineSnapshot;
  readonly account: ReportAccount;
  readonly frozen: ReadonlyMap<string, KeptRecords>;
  readonly priors: ReadonlyMap<string, KeptPrior>;
  readonly settings: SettingsState;
  readonly snoozes: Snoozes;
  readonly dayStart: EpochMs;
}

/**
 * Makes again the reports of every listed pipeline whose stored ones are not of today's inputs. It holds what is stored
 * against the inputs instead of being told what changed: so a crash between blocks and reports is healed by the next pass.
 * After storing it looks again: of two passes at the same time, the one that stores last sees what the other one saw, or newer.
 */
export async function refreshReports(deps: RefreshReportsDeps): Promise<void> {
  const stamps = new Map<string, Stamp>();
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const inputs = await readInputs(deps);
    if (inputs === null) return;
    const stale = await stalePipelines(deps.reportStore, inputs, stamps);
    if (stale.length === 0) return;
    for (const pipeline of stale) stamps.set(pipeline.pipelineId, await storeReports(deps, pipeline, inputs));
  }
  throw new AppError('conflict', `Reports: the inputs moved on ${TRIES} times in a row.`);
}

async function readInputs({
  blockStore,
  referenceStore,
  reportStore,
  settingsStore,
  snoozeStore,
  clock,
}: RefreshReportsDeps): Promise<Inputs | null> {
  const [heads, snapshot, found, settings, listed] = await Promise.all([
    blockStore.readHeads(),
    referenceStore.readPipelines(),
    referenceStore.readAccount(),
    settingsStore.readSettings(),
    snoozeStore.readSnoozes(),
  ]);
  if (snapshot === null) return null;
  const account = accountOf(found);
  const [frozen, priors] = await Promise.all([
    readRecords(reportStore, snapshot.pipelines),
    readPriors(reportStore, snapshot.pipelines),
  ]);
  const now = clock.now();
  return {
    heads,
    snapshot,
    account,
    settings,
    frozen,
    priors,
    snoozes: snoozesOn(listed, now, account.timeZone),
    dayStart: portalDayStart(now, account.timeZone),
  };
}

/** Those whose reports are not of these inputs. What this pass stored is known by heart: a read may still answer the one before. */
async function stalePipelines(
  reportStore: Pick<ReportStore, 'readReport'>,
  inputs: Inputs,
  stamps: ReadonlyMap<string, Stamp>,
): Promise<readonly PipelineView[]> {
  const judged = inputs.snapshot.pipelines.map(async (pipeline) => {
    const own = stamps.get(pipeline.pipelineId);
    const found = own === undefined ? await readStamps(reportStore, pipeline.pipelineId) : [own];
    return { pipeline, isStale: !found.every((stamp) => isCurrent(stamp, pipeline.pipelineId, inputs)) };
  });
  return (await Promise.all(judged)).filter(({ isStale }) => isStale).map(({ pipeline }) => pipeline);
}

function readStamps(reportStore: Pick<ReportStore, 'readReport'>, pipelineId: string): Promise<(Stamp | null)[]> {
  return Promise.all(STORED_NAMES.map(async (name) => parseStamp(await reportStore.readReport(pipelineId, name))));
}

/** `asOf` is the later of the day's start and the newest instant in the blocks: with equal blocks, only a new day moves it on. */
function isCurrent(stamp: Stamp | null, pipelineId: string, inputs: Inputs): boolean {
  if (stamp === null || stamp.modelVersion !== MODEL_VERSION || stamp.asOf < inputs.dayStart) return false;
  return isDeepStrictEqual(stamp.position, positionOf(pipelineId, inputs));
}

async function storeReports(deps: RefreshReportsDeps, pipeline: PipelineView, inputs: Inputs): Promise<Stamp> {
  const { pipelineId } = pipeline;
  const table = await deps.readVisitTable(pipelineId, inputs.heads);
  const stamp: Stamp = {
    asOf: Math.max(inputs.dayStart, table.newestChangeAt),
    position: positionOf(pipelineId, inputs),
    modelVersion: MODEL_VERSION,
  };
  const { account, settings } = inputs;
  const question = reportQuestion({
    ...settled({ table, pipeline }, settings, account.timeZone),
    account,
    stamp,
    ...askedOf(settings),
    frozen: inputs.frozen.get(pipelineId)?.records,
    others: inputs.priors.get(pipelineId)?.others,
    lent: inputs.priors.get(pipelineId)?.lent,
    snoozes: inputs.snoozes.byDeal,
  });
  if (question === null) throw new RangeError('The last 90 days are over on any day.');
  for (const [name, report] of makeReports(question)) {
    await deps.reportStore.storeReport(pipelineId, name, JSON.stringify(report));
  }
  return stamp;
}
