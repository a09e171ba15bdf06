import { type ReportFilters, repMonths, type ReportQuestion, TEAM_ROW } from '@deal-stage-insights/shared';
import type { Log } from '../log.ts';
import { EVERYONE, LEADERS, namesOthers, requireReader, requireReport } from './access.ts';
import type { AskFiltered } from './filtered-report.ts';
import type { PeopleReport } from './listed-reports.ts';
import { ofEverybody, requireCoaching, requireReps, requireWholeMonths } from './people-reports.ts';
import { parseCell } from './report-cells.ts';
import { ownerNow, seenDeals } from './seen-deals.ts';
import type { Viewer } from './viewer.ts';

interface CellQuestion {
  readonly report: PeopleReport;
  readonly cell: string;
  readonly pipelineId: string;
  readonly filters: ReportFilters;
  /** Of the request, for the log. */
  readonly requestId: string;
}

/** The question that the deals behind a figure about people answer, and which of them may be listed. */
export interface PeopleDeals {
  readonly question: ReportQuestion;
  readonly isListed: (deal: number) => boolean;
}

/**
 * Throws where a figure is not open to the viewer: a rep's own ones are, those of others as in the report, and of groups none,
 * since whose a deal is would tell of single reps (law L7). Deals that went to others since are counted; listed are those
 * whose insights are open to the viewer, to a rep the own ones.
 */
export async function peopleDeals(
  viewer: Viewer,
  ask: AskFiltered,
  { log, ...asked }: CellQuestion & { readonly log: Log },
): Promise<PeopleDeals> {
  const { report, cell, pipelineId, filters, requestId } = asked;
  const { row } = parseCell(cell);
  if (report === 'reps') requireReps(viewer, filters);
  else requireCoaching(viewer, filters);
  if (report === 'coaching' && row === TEAM_ROW) requireReader(viewer.role, LEADERS);
  else requireReport(viewer, EVERYONE, { owner: row, team: filters.team });
  if (row !== TEAM_ROW && namesOthers(viewer, { owner: row }))
    log.info('rep looked at', { requestId, report, ownerId: row, userId: viewer.userId });
  const question = await ask(viewer, { pipelineId, filters: ofEverybody(filters) });
  if (report === 'reps') requireWholeMonths(repMonths(question));
  const isSeen = seenDeals(question, viewer);
  const isOwn = (deal: number): boolean => viewer.role !== 'rep' || ownerNow(question, deal) === viewer.ownerId;
  return { question, isListed: (deal) => isOwn(deal) && isSeen(deal) };
}
