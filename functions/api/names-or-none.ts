import type { ReportApiDeps } from './report-api-routes.ts';

/** Owners by name; none where HubSpot does not tell: the figures do not wait for HubSpot to be well. */
export async function namesOrNone({ readOwnerNames, log }: Pick<ReportApiDeps, 'readOwnerNames' | 'log'>) {
  try {
    return await readOwnerNames();
  } catch (error) {
    log.warn('no names of owners', { error });
    return new Map<string, string>();
  }
}
