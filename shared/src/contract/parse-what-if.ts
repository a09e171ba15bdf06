import { byKind, finite, listOf, nullable, object, oneOf, text } from './decode.ts';
import { orInsufficient, revenueRange } from './decode-revenue.ts';
import { stampFields } from './decode-stamp.ts';
import type { AppliedChange, WhatIfAnswer, WhatIfChange, WhatIfFigures } from './what-if.ts';

const change = byKind<WhatIfChange>({
  'cut-slow-tail': object<Extract<WhatIfChange, { readonly kind: 'cut-slow-tail' }>>({
    kind: oneOf('cut-slow-tail'),
    stageId: text,
    days: finite,
  }),
  'lift-conversion': object<Extract<WhatIfChange, { readonly kind: 'lift-conversion' }>>({
    kind: oneOf('lift-conversion'),
    stageId: text,
    shareOfLosses: finite,
  }),
  'lose-deal': object<Extract<WhatIfChange, { readonly kind: 'lose-deal' }>>({
    kind: oneOf('lose-deal'),
    dealId: text,
  }),
});
const figures = orInsufficient(
  object<WhatIfFigures>({
    open: revenueRange,
    newBusiness: orInsufficient(revenueRange),
    total: revenueRange,
    expectedWins: finite,
    winEver: nullable(finite),
  }),
);
const answer = object<WhatIfAnswer>({
  ...stampFields,
  pipelineId: text,
  currency: text,
  horizonDays: finite,
  seed: finite,
  changes: listOf(
    object<AppliedChange>({
      change,
      openDeals: finite,
      reason: oneOf('applied', 'unknown-stage', 'unknown-deal', 'too-little-known'),
    }),
  ),
  before: figures,
  after: figures,
});

/** Reads the answer of `POST /v1/pipelines/{id}/what-if`; throws a `ContractError` that names the place where it is broken. */
export const parseWhatIf = (input: unknown): WhatIfAnswer => answer(input, '');
