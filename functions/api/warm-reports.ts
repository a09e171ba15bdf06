import type { ReportStore } from '../ports/report-store.ts';

export type ReadReport<T> = (pipelineId: string) => Promise<T | null>;

/** Reads a stored report of a pipeline with each request, and parses it when it is another than the last time. */
export function warmReports<T>(
  reportStore: Pick<ReportStore, 'readReport'>,
  name: string,
  parse: (json: string | null) => T | null,
): ReadReport<T> {
  const kept = new Map<string, { readonly json: string | null; readonly report: T }>();
  return async (pipelineId) => {
    const json = await reportStore.readReport(pipelineId, name);
    const last = kept.get(pipelineId);
    if (last !== undefined && last.json === json) return last.report;
    const report = parse(json);
    if (report !== null) kept.set(pipelineId, { json, report });
    return report;
  };
}
