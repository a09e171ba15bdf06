import type { VisitTable } from './visit-table.ts';

/**
 * A visit table with what reports need of its deals besides their visits: the content of a visit block. `foldShard` makes the
 * blocks of a shard, `encodeVisitBlock` their bytes, `mergeVisitTables` one block out of those of all shards.
 * A deal that was in several pipelines is in the block of each, with all its changes and facts.
 */
export interface VisitBlock extends VisitTable {
  /** Deals of the pipeline that are deleted at HubSpot: they have no row here and are in no figure; the count is shown. */
  readonly deletedDeals: number;
  /** By deal, in the order of `dealIds`. Epoch ms; NaN where unknown. */
  readonly createdAt: Float64Array;
  /** Amounts in the deal's own currency, major units. */
  readonly amounts: ChangeColumn;
  /** Close dates, epoch ms. */
  readonly closeDates: ChangeColumn;
  /** Owners, as index into `ownerIds`. */
  readonly owners: ChangeColumn;
  /** By name, then by deal; null where unset. A fact that no deal has has no column. */
  readonly facts: ReadonlyMap<string, FactColumn>;
}

export type FactColumn = readonly (string | null)[];

/** The changes of one property, oldest first within a deal. Those of deal `d` lie in `[start[d], start[d + 1])`. */
export interface ChangeColumn {
  readonly start: Uint32Array;
  readonly at: Float64Array;
  /** NaN where the property was unset. */
  readonly value: Float64Array;
}
