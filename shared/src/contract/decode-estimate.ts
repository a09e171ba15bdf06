import { byKind, type Decoder, finite, nullable, object, oneOf } from './decode.ts';
import type {
  BeyondData,
  DwellQuantile,
  Estimate,
  Estimated,
  EvidenceScope,
  FilteredEstimate,
  FilterScope,
  Insufficient,
} from './estimate.ts';

const SCOPES = ['owner', 'team', 'source', 'stage', 'pipeline', 'portal'] as const satisfies readonly EvidenceScope[];
const scope: Decoder<EvidenceScope> = oneOf(...SCOPES);

/* @__NO_SIDE_EFFECTS__ */
const estimatedFrom = <Scope extends string>(from: Decoder<Scope>) =>
  object<Estimated<Scope>>({
    kind: oneOf('estimate'),
    value: finite,
    low: finite,
    high: nullable(finite),
    level: finite,
    n: finite,
    from,
  });
const estimated = estimatedFrom(scope);
const insufficient = object<Insufficient>({ kind: oneOf('insufficient'), n: finite, needed: finite });
const beyond = object<BeyondData>({ kind: oneOf('beyond'), atLeast: finite, n: finite, from: scope });

export const estimate = byKind<Estimate>({ estimate: estimated, insufficient });
export const filteredEstimate = byKind<FilteredEstimate>({
  estimate: estimatedFrom(
    oneOf<EvidenceScope | FilterScope>(...SCOPES, 'deal-type', 'amount-band', 'segment', 'filters'),
  ),
  insufficient,
});
export const dwellQuantile = byKind<DwellQuantile>({ estimate: estimated, beyond, insufficient });
