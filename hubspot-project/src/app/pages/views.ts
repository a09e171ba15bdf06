import type { ReportName } from '@deal-stage-insights/shared';
import type { FilterName } from './address/filters.ts';

/** Where a view lives in the address, and what its report takes besides the pipeline. */
export interface View {
  readonly id: ViewId;
  readonly filters: readonly FilterName[];
  /** Whether the report can be taken along as CSV. */
  readonly isExported: boolean;
}

/** Every view that is built. The address of a view is `/` and its id. */
export type ViewId = Extract<
  ReportName,
  'overview' | 'stages' | 'transitions' | 'flow' | 'velocity' | 'forecast' | 'reps' | 'sources' | 'calibration'
>;

const ALL_FILTERS: readonly FilterName[] = ['from', 'to', 'asOf', 'dealType', 'source', 'amountBand'];

/**
 * The views of the page in the order of its navigation. A view is listed once its report is served, never before; the first
 * one is where the page opens.
 */
export const VIEWS: readonly [View, ...View[]] = [
  { id: 'overview', filters: ALL_FILTERS, isExported: true },
  { id: 'stages', filters: ALL_FILTERS, isExported: true },
  { id: 'transitions', filters: ALL_FILTERS, isExported: true },
  { id: 'flow', filters: ALL_FILTERS, isExported: true },
  { id: 'velocity', filters: ALL_FILTERS, isExported: true },
  { id: 'forecast', filters: ['dealType', 'source', 'amountBand'], isExported: true },
  { id: 'reps', filters: [], isExported: false },
  { id: 'sources', filters: ALL_FILTERS, isExported: true },
  { id: 'calibration', filters: ['dealType', 'source', 'amountBand'], isExported: true },
];

const NO_VIEW: Omit<View, 'id'> = { filters: [], isExported: false };

/** What the report of a view takes, and how it can be taken along. */
export const viewOf = (viewId: ViewId): Omit<View, 'id'> => VIEWS.find(({ id }) => id === viewId) ?? NO_VIEW;
