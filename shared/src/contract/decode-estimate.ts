import { byKind, type Decoder, finite, nullable, object, oneOf } from './decode.ts';
import type { BeyondData, DwellQuantile, Estimate, Estimated, EvidenceScope, Insufficient } from './estimate.ts';

const scope: Decoder<EvidenceScope> = oneOf('owner', 'team', 'source', 'stage', 'pipeline', 'portal');

const estimated = object<Estimated>({
  kind: oneOf('estimate'),
  value: finite,
  low: finite,
  high: nullable(finite),
  level: finite,
  n: finite,
  from: scope,
});
const insufficient = object<Insufficient>({ kind: oneOf('insufficient'), n: finite, needed: finite });
const beyond = object<BeyondData>({ kind: oneOf('beyond'), atLeast: finite, n: finite, from: scope });

export const estimate = byKind<Estimate>({ estimate: estimated, insufficient });
export const dwellQuantile = byKind<DwellQuantile>({ estimate: estimated, beyond, insufficient });
