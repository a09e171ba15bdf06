import type { Log } from '../../log.ts';
import { LEADERS, requireReport, requireTeamReport } from '../access.ts';
import type { AskFiltered } from '../filtered-report.ts';
import { isOfPeople } from '../listed-reports.ts';
import { type Route, route } from '../operation.ts';
import { peopleDeals } from '../people-deals.ts';
import { readReportDeals } from '../report-api-operations.ts';
import { reportDeals } from '../report-deals.ts';
import { filtersFrom } from '../schemas/report-query.ts';
import { mayListHidden, readerOf, seenDeals } from '../seen-deals.ts';

export const reportDealsRoute = ({ log }: { readonly log: Log }, ask: AskFiltered): Route =>
  route(readReportDeals, async (c, { pipelineId, report, cell, cursor, ...query }) => {
    c.header('cache-control', 'no-store');
    const filters = filtersFrom(query);
    const viewer = await c.var.viewer();
    if (isOfPeople(report)) {
      const { requestId } = c.var;
      const found = await peopleDeals(viewer, ask, { log, report, cell, pipelineId, filters, requestId });
      return c.json(reportDeals(found.question, { report, cell, cursor, isListed: found.isListed }));
    }
    // Also of a report that is open to all: names and amounts of deals that HubSpot may not show them.
    requireReport(viewer, LEADERS, filters);
    requireTeamReport(viewer, 'deals', filters);
    const question = await ask(viewer, { pipelineId, filters, readsDealsOf: readerOf(viewer, report, filters) });
    // What is thought of a deal is as open as its card: that it is behind such a figure says it as well.
    const isListed = mayListHidden(report, cell, viewer) ? seenDeals(question, viewer) : undefined;
    return c.json(reportDeals(question, { report, cell, cursor, isListed }));
  });
