import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { CsvError } from '../../local/history-csv/csv-error.ts';
import { readActivities } from '../../local/history-csv/read-activities.ts';
import { readDeals } from '../../local/history-csv/read-deals.ts';
import { readHistory } from '../../local/history-csv/read-history.ts';
import type { Surface } from './finding.ts';
import { mutatedText, NASTY_TEXTS, pick, randomOf } from './nasty.ts';

const FILES = [
  {
    read: readHistory,
    text: 'deal_id,seq,at,from_stage,to_stage,resource\na,0,2026-01-01T00:00:00.000Z,,new,7\na,1,2026-01-02T00:00:00Z,new,won,7\n',
  },
  {
    read: readDeals,
    text: 'deal_id,created_at,amount,owner,segment\na,2026-01-01T00:00:00Z,12.50,7,"x ""y"""\nb,2026-01-02T00:00:00Z,,8,\n',
  },
  { read: readActivities, text: 'deal_id,at,activity,lifecycle\na,2026-01-01T00:00:00Z,call,complete\n' },
];

/** Files of any form: they are read, or refused by an error that names file, line and reason. */
export function csvSurface(): Surface & { close(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'bad-input-'));
  const file = path.join(folder, 'history.csv');
  return {
    name: 'CSV files',
    async feed(nth) {
      const random = randomOf(nth);
      const { read, text } = pick(random, FILES);
      let bad = nth < NASTY_TEXTS.length ? (NASTY_TEXTS[nth] ?? '') : mutatedText(random, text);
      if (random() < 0.4) bad = mutatedText(random, bad);
      const bytes = Buffer.from(bad, random() < 0.1 ? 'utf16le' : 'utf8');
      const packed = random() < 0.1 ? gzipSync(bytes) : bytes;
      writeFileSync(file, random() < 0.05 ? packed.subarray(0, packed.length / 2) : packed);
      try {
        await read(file);
      } catch (error) {
        if (!(error instanceof CsvError)) throw error;
      }
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}
