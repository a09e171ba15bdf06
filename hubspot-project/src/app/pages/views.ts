import type { ReportName } from '@deal-stage-insights/shared';
import type { FilterName } from './address/filters.ts';

/** Where a view lives in the address, and what its report takes besides the pipeline. */
export interface View {
  readonly id: ViewId;
  readonly filters: readonly FilterName[];
}

/** Every view that is built. The address of a view is `/` and its id. */
export type ViewId = Extract<
  ReportName,
  | 'overview'
  | 'stages'
  | 'transitions'
  | 'flow'
  | 'velocity'
  | 'forecast'
  | 'stalled'
  | 'focus'
  | 'reps'
  | 'sources'
  | 'coaching'
  | 'calibration'
  | 'hygiene'
  | 'changes'
>;

const ALL_FILTERS: readonly FilterName[] = ['from', 'to', 'owner', 'team', 'asOf', 'dealType', 'source', 'amountBand'];
const DEAL_FILTERS: readonly FilterName[] = ['owner', 'team', 'dealType', 'source', 'amountBand'];

/**
 * The views of the page in the order of its navigation. A view is listed once its report is served, never before; the first
 * one is where the page opens.
 */
export const VIEWS: readonly [View, ...View[]] = [
  { id: 'overview', filters: ALL_FILTERS },
  { id: 'stages', filters: ALL_FILTERS },
  { id: 'transitions', filters: ALL_FILTERS },
  { id: 'flow', filters: ALL_FILTERS },
  { id: 'velocity', filters: ALL_FILTERS },
  { id: 'forecast', filters: DEAL_FILTERS },
  { id: 'stalled', filters: ['asOf', ...DEAL_FILTERS] },
  { id: 'focus', filters: ['asOf', ...DEAL_FILTERS] },
  { id: 'changes', filters: ALL_FILTERS },
  { id: 'coaching', filters: ['owner', 'team'] },
  { id: 'reps', filters: [] },
  { id: 'sources', filters: ALL_FILTERS },
  { id: 'hygiene', filters: ALL_FILTERS },
  { id: 'calibration', filters: DEAL_FILTERS },
];

/** The reports that a rep may see of everybody's deals; all others of the own alone. */
const OPEN_TO_REPS: readonly string[] = ['stages', 'coaching', 'reps'] satisfies readonly ViewId[];
export const isOpenToReps = (report: string): boolean => OPEN_TO_REPS.includes(report);

/** The address of the sheet to print: of several reports, so it is no view of one. */
export const WEEKLY = 'weekly';

/** What the report of a view takes. */
export const filtersOf = (viewId: ViewId): readonly FilterName[] =>
  VIEWS.find(({ id }) => id === viewId)?.filters ?? [];
