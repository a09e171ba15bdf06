import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { AppError } from '../../errors.ts';
import type { ReportStore } from '../../ports/report-store.ts';
import { compressReport, decompress } from './compression.ts';
import { getItem, parseItem, putItem, unreadable } from './items.ts';
import type { Table } from './table.ts';

const REPORT_BYTES_MAX = 390_000; // One item, so that a report is never half of one and half of another.

const reportSchema = z.object({ digest: z.string(), brotli: z.instanceof(Uint8Array) });

export function dynamoReportStore(table: Table): ReportStore {
  // Reports change now and then and are read with every card: a warm process decompresses each once.
  const texts = new Map<string, { readonly digest: string; readonly text: string }>();
  return {
    async readReport(pipelineId, name) {
      const item = await getItem(table, table.keys.report(pipelineId, name), { isConsistent: false });
      if (item === null) return null;
      const { digest, brotli } = parseItem(reportSchema, item);
      const id = JSON.stringify([pipelineId, name]);
      const kept = texts.get(id);
      if (kept?.digest === digest) return kept.text;
      const text = Buffer.from(await decompress(brotli)).toString('utf8');
      if (digestOf(text) !== digest) throw unreadable(item, new Error('It is not the text that was stored.'));
      texts.set(id, { digest, text });
      return text;
    },

    async storeReport(pipelineId, name, json) {
      const key = table.keys.report(pipelineId, name);
      const digest = digestOf(json);
      const item = await getItem(table, key, { isConsistent: true });
      if (item !== null && parseItem(reportSchema, item).digest === digest) return 'unchanged';
      const brotli = await compressReport(Buffer.from(json, 'utf8'));
      if (brotli.length > REPORT_BYTES_MAX) {
        throw new AppError('too-large', `The report "${name}" of pipeline ${pipelineId} is too large to be stored.`);
      }
      await putItem(table, { ...key, digest, brotli });
      return 'stored';
    },
  };
}

const digestOf = (json: string): string => createHash('sha256').update(json).digest('base64');
