import type { ReportApiDeps } from './report-api-routes.ts';

/** By owner id. The figures do not wait for HubSpot to be well. */
export async function namesOrNone({
  readOwnerNames,
  log,
}: Pick<ReportApiDeps, 'readOwnerNames' | 'log'>): Promise<ReadonlyMap<string, string>> {
  try {
    return await readOwnerNames();
  } catch (error) {
    log.warn('no names of owners', { error });
    return new Map<string, string>();
  }
}
