import { finite, recordOf, text } from './decode.ts';

/** The fields of a `Stamp`, to be spread into the decoder of an answer that carries one. */
export const stampFields = { asOf: finite, position: recordOf(text), modelVersion: text } as const;
