import type { FilterName } from './address/filters.ts';

/** Where a view lives in the address, and what its report takes besides the pipeline. */
export interface View {
  readonly id: ViewId;
  readonly filters: readonly FilterName[];
}

/** Every view that is built. The address of a view is `/` and its id. */
export type ViewId = 'stages' | 'flow' | 'velocity' | 'forecast' | 'reps' | 'calibration';

const ALL_FILTERS: readonly FilterName[] = ['from', 'to', 'asOf', 'dealType', 'source', 'amountBand'];

/**
 * The views of the page in the order of its navigation. A view is listed once its report is served, never before; the first
 * one is where the page opens.
 */
export const VIEWS: readonly [View, ...View[]] = [
  { id: 'stages', filters: [] },
  { id: 'flow', filters: ALL_FILTERS },
  { id: 'velocity', filters: ALL_FILTERS },
  { id: 'forecast', filters: ['dealType', 'source', 'amountBand'] },
  { id: 'reps', filters: [] },
  { id: 'calibration', filters: ['dealType', 'source', 'amountBand'] },
];

/** The filters that the report of a view takes. */
export const filtersOf = (viewId: ViewId) => VIEWS.find(({ id }) => id === viewId)?.filters ?? [];
