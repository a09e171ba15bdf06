/** The names of the reports. Apart from report-registry.ts, so that who only names them does not carry what makes them. */
export const SERVED_REPORTS = [
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

export type ServedReport = (typeof SERVED_REPORTS)[number];
