import { listOf, object, oneOf } from './decode.ts';
import { bilingual } from './decode-words.ts';
import { DEFINED_NAMES, type ReportDefinitions } from './definitions.ts';

const definitions = object<ReportDefinitions>({ report: oneOf(...DEFINED_NAMES), answers: listOf(bilingual) });

/** Reads the answer of `GET /v1/definitions/{report}`; throws a `ContractError` that names the place where it is broken. */
export const parseDefinitions = (input: unknown): ReportDefinitions => definitions(input, '');
