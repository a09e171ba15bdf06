import type { EpochMs } from '@deal-stage-insights/shared';
import { AppError, DailyLimitError } from './errors.ts';
import type { StatusStore } from './ports/status-store.ts';

/** Notes for health what no repeat within a run makes good: a refused token, and the end of the day's calls. */
export async function noteRefusal(status: Pick<StatusStore, 'mark'>, error: unknown, at: EpochMs): Promise<void> {
  if (error instanceof DailyLimitError) await status.mark('dailyLimit', at);
  else if (error instanceof AppError && error.metric === 'HubSpotTokenRefused') await status.mark('tokenRefused', at);
}
