import { type Decoder, finite, object, oneOf } from './decode.ts';
import type { Insufficient } from './estimate.ts';
import type { RevenueRange } from './forecast-report.ts';

export const revenueRange = object<RevenueRange>({ mean: finite, p10: finite, p50: finite, p90: finite });
const insufficient = object<Insufficient>({ kind: oneOf('insufficient'), n: finite, needed: finite });

/** What is known, or that too little is: only the latter has a kind. */
export const orInsufficient =
  <T>(decode: Decoder<T>): Decoder<T | Insufficient> =>
  (input, path) =>
    typeof input === 'object' && input !== null && 'kind' in input ? insufficient(input, path) : decode(input, path);
