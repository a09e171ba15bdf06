import type { DealRead, EpochMs, PipelineView } from '@deal-stage-insights/shared';
import type { AccountRef, OwnerRef } from './reference-store.ts';

export interface DealRef {
  readonly dealId: string;
  readonly lastModifiedAt: EpochMs;
}

/** HubSpot, in the words of the product. Answers are validated; failures are `AppError` `upstream-unavailable` with `retryAfterMs`. */
export interface DealSource {
  /** At most 50 ids: HubSpot's limit for reads with history. Every id asked for has exactly one read in the answer. */
  readDeals(dealIds: readonly string[]): Promise<readonly DealRead[]>;
  /** Deals created in `[from, to)`, by creation instant; `total` may exceed what paging can reach (10,000). */
  searchCreated(window: { readonly from: EpochMs; readonly to: EpochMs }, after: string | null): Promise<SearchPage>;
  /** Deals last modified in `[from, to)`. */
  searchModified(window: { readonly from: EpochMs; readonly to: EpochMs }, after: string | null): Promise<SearchPage>;
  readPipelines(): Promise<readonly PipelineView[]>;
  readOwners(): Promise<readonly OwnerRef[]>;
  readAccount(): Promise<AccountRef>;
}

export interface SearchPage {
  readonly total: number;
  readonly deals: readonly DealRef[];
  readonly after: string | null;
}
