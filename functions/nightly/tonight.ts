import type { PipelineView, ReportQuestion } from '@deal-stage-insights/shared';
import { portalDay, portalDayStart } from '../portal-day.ts';
import type { ShardHead } from '../ports/block-store.ts';
import type { SettingsState } from '../ports/settings-store.ts';
import { accountOf, type ReportAccount } from '../rollup/position.ts';
import type { RefreshReportsDeps } from '../rollup/refresh-reports.ts';
import { reportQuestion } from '../rollup/report-question.ts';
import { askedOf, settled } from '../rollup/report-settings.ts';

/** What the night's work is made from, as of one look. */
export interface Tonight {
  readonly today: string;
  readonly pipelines: readonly PipelineView[];
  readonly heads: readonly ShardHead[];
  readonly account: ReportAccount;
  readonly settings: SettingsState;
}

export async function readTonight({
  referenceStore,
  blockStore,
  settingsStore,
  clock,
}: RefreshReportsDeps): Promise<Tonight> {
  const [snapshot, heads, found, settings] = await Promise.all([
    referenceStore.readPipelines(),
    blockStore.readHeads(),
    referenceStore.readAccount(),
    settingsStore.readSettings(),
  ]);
  const account = accountOf(found);
  return {
    today: portalDay(clock.now(), account.timeZone),
    pipelines: snapshot?.pipelines ?? [],
    heads,
    account,
    settings,
  };
}

/** The question of a pipeline's reports as the new day asks it; null where its period has no day that is over. */
export async function tonightQuestion(
  { readVisitTable, clock }: Pick<RefreshReportsDeps, 'readVisitTable' | 'clock'>,
  { heads, account, settings }: Tonight,
  pipeline: PipelineView,
): Promise<ReportQuestion | null> {
  const table = await readVisitTable(pipeline.pipelineId, heads);
  const asOf = Math.max(portalDayStart(clock.now(), account.timeZone), table.newestChangeAt);
  const stamp = { asOf, position: {}, modelVersion: '' };
  const read = settled({ table, pipeline }, settings, account.timeZone);
  return reportQuestion({ ...read, ...askedOf(settings), account, stamp });
}
