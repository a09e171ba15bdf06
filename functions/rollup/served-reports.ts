/** The reports that rollup stores. Apart from report-registry.ts, so that who only names them does not carry what makes them. */
export const STORED_REPORTS = [
  'overview',
  'stages',
  'transitions',
  'velocity',
  'forecast',
  'calibration',
  'flow',
  'stalled',
  'hygiene',
  'changes',
  'sources',
  'actions',
] as const;

/** Every report of the API: also those that are asked for seldom, and made from the blocks each time. */
export const SERVED_REPORTS = [...STORED_REPORTS, 'focus'] as const;

export const isStored = (report: ServedReport): boolean => STORED_REPORTS.some((each) => each === report);

export type ServedReport = (typeof SERVED_REPORTS)[number];
