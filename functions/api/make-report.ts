import type { ReportFilters } from '@deal-stage-insights/shared';
import { REPORTS } from '../rollup/report-registry.ts';
import type { ServedReport } from '../rollup/served-reports.ts';
import type { AskFiltered } from './filtered-report.ts';
import { mayNameHidden, readerOf, withSeenDeals } from './seen-deals.ts';
import type { Viewer } from './viewer.ts';

/** A report made from the blocks, for this viewer. */
export async function makeReport(
  name: ServedReport,
  viewer: Viewer,
  ask: AskFiltered,
  asked: { readonly pipelineId: string; readonly filters: ReportFilters },
): Promise<object> {
  const question = await ask(viewer, { ...asked, readsDealsOf: readerOf(viewer, name, asked.filters) });
  const report = REPORTS[name](question);
  return mayNameHidden(name, viewer) ? withSeenDeals(report, question, viewer) : report;
}
