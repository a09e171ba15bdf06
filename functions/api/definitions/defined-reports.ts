import { SERVED_REPORTS } from '../../rollup/served-reports.ts';

/** Whose figures are defined in words. Apart from definitions.ts, so that who only names them does not carry the texts. */
export const DEFINED_REPORTS = [...SERVED_REPORTS, 'reps', 'coaching', 'deal'] as const;

export type DefinedReport = (typeof DEFINED_REPORTS)[number];
