import type { ReportName } from '@deal-stage-insights/shared';
import type { FilterName } from './address/filters.ts';

/** Where a view lives in the address, and what its report takes besides the pipeline. */
export interface View {
  readonly id: ViewId;
  readonly filters: readonly FilterName[];
  /** Whether the report can be taken along as CSV. */
  readonly isExported: boolean;
  /** Whether a rep may see it of everybody's deals; else of the own alone. */
  readonly isOpenToReps: boolean;
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
  { id: 'overview', filters: ALL_FILTERS, isExported: true, isOpenToReps: false },
  { id: 'stages', filters: ALL_FILTERS, isExported: true, isOpenToReps: true },
  { id: 'transitions', filters: ALL_FILTERS, isExported: true, isOpenToReps: false },
  { id: 'flow', filters: ALL_FILTERS, isExported: true, isOpenToReps: false },
  { id: 'velocity', filters: ALL_FILTERS, isExported: true, isOpenToReps: false },
  { id: 'forecast', filters: DEAL_FILTERS, isExported: true, isOpenToReps: false },
  { id: 'stalled', filters: ['asOf', ...DEAL_FILTERS], isExported: true, isOpenToReps: false },
  { id: 'changes', filters: ALL_FILTERS, isExported: true, isOpenToReps: false },
  { id: 'coaching', filters: ['owner', 'team'], isExported: false, isOpenToReps: true },
  { id: 'reps', filters: [], isExported: false, isOpenToReps: true },
  { id: 'sources', filters: ALL_FILTERS, isExported: true, isOpenToReps: false },
  { id: 'hygiene', filters: ALL_FILTERS, isExported: true, isOpenToReps: false },
  { id: 'calibration', filters: DEAL_FILTERS, isExported: true, isOpenToReps: false },
];

const NO_VIEW: Omit<View, 'id'> = { filters: [], isExported: false, isOpenToReps: true };

/** What the report of a view takes, and how it can be taken along. */
export const viewOf = (viewId: string): Omit<View, 'id'> => VIEWS.find(({ id }) => id === viewId) ?? NO_VIEW;
