import {
  type CoachingReport,
  coachingReport,
  type RepEvidence,
  repEvidence,
  type repMonths,
  type ReportFilters,
  type RepsReport,
  repsReport,
} from '@deal-stage-insights/shared';
import { AppError } from '../errors.ts';
import { parseCoachingEvidence, parseRepEvidence } from '../rollup/parse-rep-evidence.ts';
import { EVERYONE, LEADERS, mayReadDeal, requireReport, requireTeamReport, seesNames } from './access.ts';
import type { AskFiltered } from './filtered-report.ts';
import type { PeopleReport } from './listed-reports.ts';
import { namesOrNone } from './owner-names.ts';
import { repAsker } from './rep-asker.ts';
import type { ReportApiDeps } from './report-api-routes.ts';
import { hasHiddenDeals } from './seen-deals.ts';
import type { Viewer } from './viewer.ts';

interface PeopleQuestion {
  readonly pipelineId: string;
  readonly filters: ReportFilters;
  /** Of the request, for the log. */
  readonly requestId: string;
}

/**
 * The reports about people, as far as they are open to a viewer: what is shown and what is exported is the same answer.
 * Each look at others by name is logged.
 */
export type PeopleReports = Readonly<
  Record<PeopleReport, (viewer: Viewer, asked: PeopleQuestion) => Promise<RepsReport | CoachingReport>>
>;

type Deps = Pick<ReportApiDeps, 'reportStore' | 'readOwnerNames' | 'log'>;

export function peopleReports(deps: Deps, ask: AskFiltered): PeopleReports {
  const namesFor = async (viewer: Viewer, report: PeopleReport, requestId: string) => {
    if (!seesNames(viewer)) return new Map<string, string>();
    const names = await namesOrNone(deps);
    deps.log.info('reps looked at by name', { requestId, report, userId: viewer.userId });
    return names;
  };
  const evidenceOf = async (viewer: Viewer, { pipelineId, filters }: PeopleQuestion): Promise<RepEvidence> => {
    const all = ofEverybody(filters);
    if (Object.values(all).some((filter) => filter !== null))
      return repEvidence(await ask(viewer, { pipelineId, filters: all }));
    const stored = parseRepEvidence(await deps.reportStore.readReport(pipelineId, 'reps'));
    if (stored === null) throw noReport();
    return stored;
  };
  return {
    async reps(viewer, asked) {
      const { filters, requestId } = asked;
      requireReps(viewer, filters);
      const evidence = await evidenceOf(viewer, asked);
      requireWholeMonths(evidence);
      const names = await namesFor(viewer, 'reps', requestId);
      return { ...repsReport(evidence, repAsker(viewer, evidence, { names, filters })), filters };
    },
    async coaching(viewer, { pipelineId, filters, requestId }) {
      requireCoaching(viewer, filters);
      const evidence = parseCoachingEvidence(await deps.reportStore.readReport(pipelineId, 'coaching'));
      if (evidence === null) throw noReport();
      const names = await namesFor(viewer, 'coaching', requestId);
      const asker = repAsker(viewer, evidence, { names, filters });
      const readsDealsOf = hasHiddenDeals(viewer) ? (ownerId: string) => mayReadDeal(viewer, ownerId) : null;
      const leads = LEADERS.includes(viewer.role);
      return { ...coachingReport(evidence, { ...asker, leads, readsDealsOf }), filters };
    },
  };
}

/** Owner and team choose rows of the answer, and no deals: everybody's deals are what reps are compared with. */
export const ofEverybody = (filters: ReportFilters): ReportFilters => ({ ...filters, owner: null, team: null });

/** Throws where the report of reps is not open to the viewer, with these filters. */
export function requireReps(viewer: Viewer, filters: ReportFilters): void {
  requireReport(viewer, EVERYONE, filters);
  const { fromDay: _from, toDay: _to, owner: _owner, team: _team, ...others } = filters;
  if (seesNames(viewer) || Object.values(others).every((filter) => filter === null)) return;
  // Any other choice of deals could be cut down to those of a few (law L7).
  throw new AppError('forbidden', 'While reps are not shown by name, this report can be asked for whole months only.');
}

export function requireWholeMonths({ months, period }: ReturnType<typeof repMonths>): void {
  if (months[0]?.fromDay === period.fromDay && months.at(-1)?.toDay === period.toDay) return;
  const message = 'Ask for whole months of the last twelve: from the first of a month to the first of another.';
  throw new AppError('invalid-request', message, { errors: [{ location: 'query.from', message }] });
}

/** Throws where the agenda is not open to the viewer. It is always of all deals: fewer could be cut down to a few (law L7). */
export function requireCoaching(viewer: Viewer, filters: ReportFilters): void {
  requireReport(viewer, EVERYONE, filters);
  requireTeamReport(viewer, 'coaching', filters);
  const { owner: _owner, team: _team, ...others } = filters;
  if (Object.values(others).every((filter) => filter === null)) return;
  throw new AppError('invalid-request', 'An agenda is of all deals, as of now: ask with "owner" and "team" alone.');
}

const noReport = (): AppError => new AppError('not-found', 'There is no pipeline of this id, or no report of it yet.');
