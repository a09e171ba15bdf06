/** Stored results of rollup, by pipeline and name (`stages`, `model`, …): JSON documents, compressed by the adapter. */
export interface ReportStore {
  /** Eventually consistent. The text is what was stored, byte for byte. */
  readReport(pipelineId: string, name: string): Promise<string | null>;
  /** Writes nothing when the same bytes (before compression) are stored already. */
  storeReport(pipelineId: string, name: string, json: string): Promise<'stored' | 'unchanged'>;
}
