import type { Bilingual } from './hints.ts';
import type { StageView } from './pipelines.ts';
import type { ReportFilters, ReportName } from './report.ts';
import type { Stamp } from './stamp.ts';

/**
 * Answer of `GET /v1/pipelines/{id}/deals?report&cell&cursor`: the deals behind a figure, at most 50 a page, the largest
 * amount first. A cell is named `row:column` as the report's `cell` fields name it.
 */
export interface ReportDealsPage extends Stamp {
  readonly pipelineId: string;
  readonly report: ReportName;
  readonly cell: string;
  readonly currency: string;
  readonly filters: ReportFilters;
  readonly dealsInAll: number;
  readonly deals: readonly ReportDeal[];
  /** Asks for the next page; null: this is the last. */
  readonly nextCursor: string | null;
}

export interface ReportDeal {
  readonly dealId: string;
  readonly name: string | null;
  /** Where it was at the report's instant, and since when. */
  readonly stage: StageView;
  readonly enteredAt: number;
  /** The entry is older than what history shows. */
  readonly isAtLeast: boolean;
  /** In the company's currency; null: none, or not to be converted. */
  readonly amount: number | null;
}

/** Answer of `POST /v1/pipelines/{id}/export/{report}`: one link for each table of the report. */
export interface ReportExport {
  readonly report: ReportName;
  /** From here on the links are refused. */
  readonly expiresAt: number;
  readonly tables: readonly ExportedTable[];
}

export interface ExportedTable {
  readonly table: string;
  /** What it is called; null where the API has no name for it. */
  readonly name: Bilingual | null;
  readonly url: string;
}
