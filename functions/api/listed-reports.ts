import { SERVED_REPORTS } from '../rollup/served-reports.ts';

/** The reports that speak of single people: each asker gets a part of its own. */
const PEOPLE_REPORTS = ['reps', 'coaching'] as const;
export type PeopleReport = (typeof PEOPLE_REPORTS)[number];

/** All that can be taken along as CSV, and whose figures can be asked for the deals behind them. */
export const LISTED_REPORTS = [...SERVED_REPORTS, ...PEOPLE_REPORTS] as const;
export type ListedReport = (typeof LISTED_REPORTS)[number];

export const isOfPeople = (report: ListedReport): report is PeopleReport =>
  PEOPLE_REPORTS.some((each) => each === report);
