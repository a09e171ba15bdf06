import type { DealRead, EpochMs, PipelineView } from '@deal-stage-insights/shared';
import type { AccountRef, PeopleRef } from './reference-store.ts';

interface DealRef {
  readonly dealId: string;
  readonly lastModifiedAt: EpochMs;
}

/** HubSpot, in the words of the product. Answers are validated; failures are `AppError` `upstream-unavailable` with `retryAfterMs`. */
export interface DealSource {
  /**
   * At most 50 ids: HubSpot's limit for reads with history. Every id asked for has exactly one read in the answer; deals that
   * were merged into one of them have a `merged` read as well.
   */
  readDeals(dealIds: readonly string[]): Promise<readonly DealRead[]>;
  /** Deals created in `[from, to)`, in order of id, after the id `after`: deletions in between lose nothing. */
  searchCreated(window: { readonly from: EpochMs; readonly to: EpochMs }, after: string | null): Promise<SearchPage>;
  /** Deals last modified in `[from, to)`, likewise. */
  searchModified(window: { readonly from: EpochMs; readonly to: EpochMs }, after: string | null): Promise<SearchPage>;
  readPipelines(): Promise<readonly PipelineView[]>;
  readPeople(): Promise<PeopleRef>;
  readAccount(): Promise<AccountRef>;
}

export interface SearchPage {
  /** Deals left in the window, those of this page included. */
  readonly total: number;
  readonly deals: readonly DealRef[];
  /** Cursor of the next page; null on the last. */
  readonly after: string | null;
}
