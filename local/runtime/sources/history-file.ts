import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { loadLog } from '../../history-csv/load-log.ts';
import { portalSeedFromLog } from '../../history-csv/portal-seed-from-log.ts';
import { PRO_LIMITS, type SimulatorLimits } from '../../hubspot-simulator/options.ts';
import { clockStart } from '../data-folder.ts';
import type { HistoryFiles } from '../flags.ts';
import { shiftedClock } from '../shifted-clock.ts';
import { StartError } from '../start-error.ts';
import { withNumericIds } from './numeric-ids.ts';
import { seedAsOf } from './seed-as-of.ts';
import { openSimulatedAccount } from './simulated-account.ts';
import type { Source } from './source.ts';

/** A log is to be shown whole and soon: no revision is forgotten, and calls come as fast as this machine answers. */
const LIMITS: SimulatorLimits = { ...PRO_LIMITS, revisions: null, perTenSeconds: 10_000, searchPerSecond: 100 };

/** A history of one's own. "Now" begins at its last instant, or where the user says, and runs on over later starts. */
export async function historyFile(files: HistoryFiles): Promise<Source> {
  return {
    key: `history-${await digestOf(files)}`,
    title: files.history,
    async open(remembered, dataDir) {
      const seed = await readSeed(files);
      const clock = shiftedClock(clockStart(remembered, seed.endsAt));
      return openSimulatedAccount({ seed, clock, limits: LIMITS, dataDir, liveMove: null });
    },
  };
}

async function readSeed({ history, deals, stages, asOf }: HistoryFiles) {
  try {
    const log = await loadLog({ history, deals: deals ?? undefined, stages: stages ?? undefined });
    const seed = withNumericIds(portalSeedFromLog(log));
    const seen = asOf === null ? seed : seedAsOf(seed, asOf);
    if (seen.dealCount === 0) throw new StartError(noDeals(history, seed.dealCount));
    return seen;
  } catch (cause) {
    throw new StartError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

const noDeals = (history: string, dealsInAll: number): string =>
  dealsInAll === 0
    ? `${history} has no stage change below its header.`
    : `${history} has no deal that began before --as-of: name a later instant.`;

/** By content, so that an edited file is another history. */
async function digestOf({ history, deals, stages, asOf }: HistoryFiles): Promise<string> {
  const digest = createHash('sha256').update(String(asOf));
  for (const file of [history, deals, stages]) {
    digest.update('\0');
    if (file !== null) for await (const chunk of createReadStream(file)) digest.update(chunk);
  }
  return digest.digest('hex').slice(0, 12);
}
