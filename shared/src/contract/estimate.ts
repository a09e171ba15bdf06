/** Whose deals an estimate rests on, from the most specific to the most general. */
export type EvidenceScope = 'owner' | 'team' | 'source' | 'stage' | 'pipeline' | 'portal';

/** What filters chose the deals by that a figure rests on; `filters`: by several things at once. */
export type FilterScope = 'owner' | 'team' | 'source' | 'deal-type' | 'amount-band' | 'segment' | 'filters';

/** A figure with its uncertainty. `high` is null where the data set no upper limit (a survival curve that never falls that far). */
export interface Estimated<Scope extends string = EvidenceScope> {
  readonly kind: 'estimate';
  readonly value: number;
  readonly low: number;
  readonly high: number | null;
  /** Coverage of [low, high], for example 0.8. */
  readonly level: number;
  readonly n: number;
  readonly from: Scope;
}

/** Not enough evidence: an answer, never an error and never 0. */
export interface Insufficient {
  readonly kind: 'insufficient';
  readonly n: number;
  readonly needed: number;
}

/** The quantile lies beyond the data: "more than `atLeast`". */
export interface BeyondData {
  readonly kind: 'beyond';
  readonly atLeast: number;
  readonly n: number;
  readonly from: EvidenceScope;
}

export type Estimate<Scope extends string = EvidenceScope> = Estimated<Scope> | Insufficient;
/** Of the deals that filters let through, or of those that these borrow from. */
export type FilteredEstimate = Estimate<EvidenceScope | FilterScope>;
export type DwellQuantile = Estimated | BeyondData | Insufficient;
