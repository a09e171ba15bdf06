import type { FrozenRecords, PipelineView } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { ReportStore } from '../ports/report-store.ts';
import { bytesDigest } from './bytes-digest.ts';

/** Under which the nightly job stores how frozen forecasts have fared. */
export const RECORDS_NAME = 'frozen';

/** Of another version: made again by the next night. */
const FORM = 1;

export interface KeptRecords {
  readonly digest: string;
  readonly records: FrozenRecords;
}

const recordsSchema = z.object({
  form: z.literal(FORM),
  records: z.custom<FrozenRecords>((value) => typeof value === 'object' && value !== null),
});

export function writeRecords(records: FrozenRecords): string {
  return JSON.stringify({ form: FORM, records });
}

/** What the nights have stored, by pipeline: an input of reports, with its version. */
export async function readRecords(
  reportStore: Pick<ReportStore, 'readReport'>,
  pipelines: readonly PipelineView[],
): Promise<ReadonlyMap<string, KeptRecords>> {
  const found = await Promise.all(
    pipelines.map(async ({ pipelineId }): Promise<[string, KeptRecords] | null> => {
      const json = await reportStore.readReport(pipelineId, RECORDS_NAME);
      const parsed = json === null ? null : recordsSchema.safeParse(JSON.parse(json));
      if (json === null || parsed?.data === undefined) return null;
      return [pipelineId, { digest: bytesDigest(json), records: parsed.data.records }];
    }),
  );
  return new Map(found.filter((each) => each !== null));
}
