import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReportFilters } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { Caller } from './caller.ts';
import { LISTED_REPORTS, type ListedReport } from './listed-reports.ts';
import { filtersSchema } from './schemas/report.ts';

/** Whose link it is, and what it gives: nothing else can be had with it. */
export interface ExportGrant {
  readonly portalId: string;
  readonly caller: Caller;
  readonly pipelineId: string;
  readonly report: ListedReport;
  readonly table: string;
  readonly filters: ReportFilters;
  /** Epoch ms. */
  readonly expiresAt: number;
}

const grantSchema = z.object({
  portalId: z.string(),
  caller: z.object({ userId: z.string(), userEmail: z.string() }),
  pipelineId: z.string(),
  report: z.enum(LISTED_REPORTS),
  table: z.string(),
  filters: filtersSchema,
  expiresAt: z.int(),
});

/** `content.signature`, both base64url. The key is derived from the client secret, so that a link says nothing about it. */
export function exportToken(grant: ExportGrant, clientSecret: string): string {
  const content = Buffer.from(JSON.stringify(grant)).toString('base64url');
  return `${content}.${signatureOf(content, clientSecret).toString('base64url')}`;
}

/** The grant of a link that we signed, with one of these secrets; null for anything else. Whether it is over is the caller's. */
export function readExportToken(token: string, clientSecrets: readonly string[]): ExportGrant | null {
  const [content = '', signature = '', ...more] = token.split('.');
  const received = Buffer.from(signature, 'base64url');
  const known = clientSecrets.filter((secret) => secret !== '').map((secret) => signatureOf(content, secret));
  const matches = known.map((own) => own.length === received.length && timingSafeEqual(own, received));
  if (more.length > 0 || !matches.includes(true)) return null;
  return grantSchema.parse(JSON.parse(Buffer.from(content, 'base64url').toString('utf8')));
}

function signatureOf(content: string, clientSecret: string): Buffer {
  const key = createHmac('sha256', clientSecret).update('deal-stage-insights export link 1').digest();
  return createHmac('sha256', key).update(content).digest();
}
