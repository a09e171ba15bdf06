import { finite, nullable, object, oneOf, text } from './decode.ts';
import type { Erasure } from './erasure.ts';

const erasure = object<Erasure>({
  scope: oneOf('deal', 'user', 'portal'),
  dealId: nullable(text),
  askedAt: finite,
  askedByUserId: text,
  finishedAt: nullable(finite),
  itemsRemoved: finite,
});

/** Reads the answer of `POST /v1/erase`; throws a `ContractError` that names the place where it is broken. */
export const parseErasure = (input: unknown): Erasure => erasure(input, '');
