import { finite, flag, listOf, nullable, object, oneOf, sinceLater, text } from './decode.ts';
import { reportFilters } from './decode-report.ts';
import { stageView } from './decode-stage.ts';
import { stampFields } from './decode-stamp.ts';
import { bilingual } from './decode-words.ts';
import { REPORT_NAMES } from './report.ts';
import type { ExportedTable, ReportDeal, ReportDealsPage, ReportExport } from './report-deals.ts';

const reportName = oneOf(...REPORT_NAMES);
const deal = object<ReportDeal>({
  dealId: text,
  name: nullable(text),
  stage: stageView,
  enteredAt: finite,
  isAtLeast: flag,
  amount: nullable(finite),
});
const page = object<ReportDealsPage>({
  ...stampFields,
  pipelineId: text,
  report: reportName,
  cell: text,
  currency: text,
  filters: reportFilters,
  dealsInAll: finite,
  deals: listOf(deal),
  nextCursor: nullable(text),
});
const reportExport = object<ReportExport>({
  report: reportName,
  expiresAt: finite,
  tables: listOf(object<ExportedTable>({ table: text, name: sinceLater(bilingual), url: text })),
});

/** Reads the answer of `GET /v1/pipelines/{id}/deals`; throws a `ContractError` that names the place where it is broken. */
export const parseReportDeals = (input: unknown): ReportDealsPage => page(input, '');

/** Reads the answer of `POST /v1/pipelines/{id}/export/{report}`; throws a `ContractError` likewise. */
export const parseReportExport = (input: unknown): ReportExport => reportExport(input, '');
