/** Stored results of rollup, by pipeline and name (`stages`, `model`, …): JSON documents, compressed by the adapter. */
export interface ReportStore {
  /** Eventually consistent. The text is what was stored, byte for byte. */
  readReport(pipelineId: string, name: string): Promise<string | null>;
  /** Writes only when the bytes (before compression) differ from `previous`, when that is given. */
  storeReport(pipelineId: string, name: string, json: string): Promise<void>;
}
