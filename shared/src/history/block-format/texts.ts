import { dictionary } from '../dictionary.ts';
import { compareText, sorted } from '../order.ts';
import type { FactColumn } from '../visit-block.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** Each text as what it shares with the one before, and the rest: neighbours are alike. */
export function writeTexts(writer: ByteWriter, texts: readonly string[]): void {
  writer.unsigned(texts.length);
  let before = '';
  for (const text of texts) {
    let shared = 0;
    while (shared < text.length && text.charCodeAt(shared) === before.charCodeAt(shared)) shared += 1;
    writer.unsigned(shared);
    writer.text(text.slice(shared));
    before = text;
  }
}

export function readTexts(reader: ByteReader): readonly string[] {
  const texts: string[] = [];
  let before = '';
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    before = before.slice(0, reader.below(before.length + 1, 'shared beginning of length')) + reader.text();
    texts.push(before);
  }
  return texts;
}

/** A fact as its distinct values, and for each deal the place of its value from 1; 0 where unset. */
export function writeFacts(writer: ByteWriter, facts: ReadonlyMap<string, FactColumn>): void {
  writer.unsigned(facts.size);
  for (const [name, column] of sorted(facts, ([a], [b]) => compareText(a, b))) {
    const distinct = dictionary();
    const places = column.map((value) => (value === null ? 0 : distinct.placeOf(value) + 1));
    writer.text(name);
    writeTexts(writer, distinct.values);
    for (const place of places) writer.unsigned(place);
  }
}

export function readFacts(reader: ByteReader, deals: number): ReadonlyMap<string, FactColumn> {
  const facts = new Map<string, FactColumn>();
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    const name = reader.text();
    const values = [null, ...readTexts(reader)];
    const column: (string | null)[] = [];
    for (let deal = 0; deal < deals; deal += 1) column.push(values[reader.below(values.length, 'value')] ?? null);
    facts.set(name, column);
  }
  return facts;
}
