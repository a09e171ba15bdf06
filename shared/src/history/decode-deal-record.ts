import type { Facts, TrackedProperty } from './deal-read.ts';
import type { DealRecord, HistoryLayer, HistorySpan, KnownHistory, KnownRevision } from './deal-record.ts';
import { byProperty } from './deal-version.ts';
import { RECORD_FORMAT } from './encode-deal-record.ts';

/** A stored record that is not what `encodeDealRecord` writes. */
export class DealRecordError extends TypeError {
  constructor(dealId: string, expected: string) {
    super(`The stored record of deal ${dealId} is damaged: ${expected}.`);
    this.name = 'DealRecordError';
  }
}

/** A whole record that a later version of the app wrote. It is left as it is: nothing but that version can read it. */
export class NewerRecordError extends TypeError {
  constructor(dealId: string, format: number) {
    super(
      `The stored record of deal ${dealId} is in format ${format}, and this version of the app reads up to ${RECORD_FORMAT}: ` +
        'a newer version wrote it. Deploy that version again.',
    );
    this.name = 'NewerRecordError';
  }
}

/**
 * Reads the stored shape back; `decodeDealRecord(encodeDealRecord(record), record.dealId)` equals `record`.
 * @throws NewerRecordError for a record of a later format, and DealRecordError, which names the deal and what is wrong, when the shape is not ours or belongs to another deal
 */
export function decodeDealRecord(input: unknown, dealId: string): DealRecord {
  const check = checks(dealId);
  const { f, id, erased, v, h, src, del, into } = check.object(input, 'the record');
  if (typeof f === 'number' && f > RECORD_FORMAT) throw new NewerRecordError(dealId, f);
  if (f !== RECORD_FORMAT) throw new DealRecordError(dealId, `its format ${String(f)} is none that ever was`);
  if (id !== dealId) throw new DealRecordError(dealId, `it belongs to deal ${String(id)}`);
  if (erased === true) return { kind: 'erased', dealId };
  const sources = check.list(src, 'src').map((source) => check.text(source, 'src'));
  return {
    kind: 'deal',
    dealId,
    version: v === null ? null : decodeVersion(check, v),
    layers: check.list(h, 'h').map((layer) => decodeLayer(check, layer, sources)),
    deletedAt: check.instantOrNull(del, 'del'),
    mergedInto: into === null ? null : decodeMerge(check, into),
  };
}

type Checks = ReturnType<typeof checks>;

function checks(dealId: string) {
  const fail = (what: string, expected: string) => new DealRecordError(dealId, `${what} is not ${expected}`);
  const object = (input: unknown, what: string): Readonly<Record<string, unknown>> => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) throw fail(what, 'an object');
    return input as Record<string, unknown>;
  };
  const list = (input: unknown, what: string): readonly unknown[] => {
    if (!Array.isArray(input)) throw fail(what, 'a list');
    return input;
  };
  const text = (input: unknown, what: string): string => {
    if (typeof input !== 'string') throw fail(what, 'a text');
    return input;
  };
  const integer = (input: unknown, what: string): number => {
    if (typeof input !== 'number' || !Number.isSafeInteger(input)) throw fail(what, 'a whole number');
    return input;
  };
  const textOrNull = (input: unknown, what: string) => (input === null ? null : text(input, what));
  const instantOrNull = (input: unknown, what: string) => (input === null ? null : integer(input, what));
  return { fail, object, list, text, integer, textOrNull, instantOrNull };
}

function decodeVersion(check: Checks, input: unknown) {
  const { m, c, now, facts } = check.object(input, 'v');
  const current = check.object(now, 'v.now');
  return {
    lastModifiedAt: check.integer(m, 'v.m'),
    createdAt: check.integer(c, 'v.c'),
    current: byProperty((property) => check.textOrNull(current[property], `v.now.${property}`)),
    facts: decodeFacts(check, facts),
  };
}

function decodeFacts(check: Checks, input: unknown): Facts {
  const entries = Object.entries(check.object(input, 'v.facts'));
  return Object.fromEntries(entries.map(([name, value]) => [name, check.textOrNull(value, `v.facts.${name}`)]));
}

function decodeLayer(check: Checks, input: unknown, sources: readonly string[]): HistoryLayer {
  const { n, m, p } = check.object(input, 'h');
  const histories = check.object(p, 'h.p');
  return {
    merges: check.integer(n, 'h.n'),
    mergedAt: check.instantOrNull(m, 'h.m'),
    histories: byProperty((property) => decodeHistory(check, histories[property], { sources, property })),
  };
}

interface Listed {
  readonly sources: readonly string[];
  readonly property: TrackedProperty;
}

function decodeHistory(check: Checks, input: unknown, { sources, property }: Listed): KnownHistory {
  const [flat, spans, places] = check.list(input, property);
  return {
    revisions: decodeRevisions(check, check.list(flat, property), {
      sources,
      property,
      places: places === undefined ? [] : check.list(places, property),
    }),
    spans: decodeSpans(check, check.list(spans, property), property),
  };
}

function decodeRevisions(
  check: Checks,
  flat: readonly unknown[],
  { sources, property, places }: Listed & { readonly places: readonly unknown[] },
): readonly KnownRevision[] {
  if (flat.length % 3 !== 0) throw check.fail(property, 'a list of whole revisions');
  const revisions: KnownRevision[] = [];
  let at = 0;
  for (let place = 0; place < flat.length; place += 3) {
    const distance = check.integer(flat[place], property);
    if (place > 0 && distance < 0) throw check.fail(property, 'in order of time');
    at += distance;
    const sourceType = sources[check.integer(flat[place + 2], property)];
    if (sourceType === undefined) throw check.fail(property, 'made of listed sources');
    const value = check.text(flat[place + 1], property);
    revisions.push({ at, value, sourceType, place: check.integer(places[place / 3] ?? 0, property) });
  }
  return revisions;
}

function decodeSpans(check: Checks, flat: readonly unknown[], property: TrackedProperty): readonly HistorySpan[] {
  if (flat.length % 2 !== 0) throw check.fail(property, 'a list of whole spans');
  const spans: HistorySpan[] = [];
  for (let place = 0; place < flat.length; place += 2) {
    const span = { from: check.integer(flat[place], property), version: check.integer(flat[place + 1], property) };
    const before = spans.at(-1);
    if (before !== undefined && (before.from >= span.from || before.version >= span.version)) {
      throw check.fail(property, 'made of ascending spans');
    }
    spans.push(span);
  }
  return spans;
}

function decodeMerge(check: Checks, input: unknown) {
  const [at, into] = check.list(input, 'into');
  return { at: check.integer(at, 'into'), dealId: check.text(into, 'into') };
}
