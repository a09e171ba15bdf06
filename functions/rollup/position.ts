import type { PipelineSnapshot, Position, ReportQuestion } from '@deal-stage-insights/shared';
import { CODE_VERSION } from '../code-version.ts';
import type { ShardHead } from '../ports/block-store.ts';
import type { AccountRef } from '../ports/reference-store.ts';
import type { SettingsState } from '../ports/settings-store.ts';
import { bytesDigest } from './bytes-digest.ts';
import type { KeptPrior } from './kept-priors.ts';
import type { KeptRecords } from './kept-records.ts';
import { listChunks } from './list-chunks.ts';
import { settingsVersion } from './report-settings.ts';
import type { Snoozes } from './snoozes-on.ts';

export type ReportAccount = ReportQuestion['account'];

/** Before the account was read, days are those of UTC and money has no currency (`XXX` of ISO 4217). */
export function accountOf(account: AccountRef | null): ReportAccount {
  return { timeZone: account?.timeZone ?? 'UTC', currency: account?.currency ?? 'XXX' };
}

export interface PositionInputs {
  readonly heads: readonly ShardHead[];
  readonly snapshot: PipelineSnapshot;
  readonly account: ReportAccount;
  /** By pipeline, those that have any. */
  readonly frozen: ReadonlyMap<string, KeptRecords>;
  readonly priors: ReadonlyMap<string, KeptPrior>;
  readonly settings: SettingsState;
  readonly snoozes: Snoozes;
}

/** The versions of all that the reports of a pipeline are made from. */
export function positionOf(
  pipelineId: string,
  { heads, snapshot, account, settings, frozen, priors, snoozes }: PositionInputs,
): Position {
  const blocks = listChunks(heads, pipelineId).map(({ shard, digest }) => `${shard} ${digest}`);
  return {
    blocks: bytesDigest(blocks.join('\n')),
    pipelines: snapshot.version,
    account: `${account.currency} ${account.timeZone}`,
    settings: settingsVersion(settings),
    code: CODE_VERSION,
    frozen: frozen.get(pipelineId)?.digest ?? 'none',
    prior: priors.get(pipelineId)?.digest ?? 'none',
    snoozes: snoozes.digest,
  };
}
