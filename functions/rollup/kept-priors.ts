import type { LentPipeline, PipelineRates, PipelineView } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { ReportStore } from '../ports/report-store.ts';
import { bytesDigest } from './bytes-digest.ts';

/** Under which the nightly job stores, beside a pipeline's reports, what it may borrow from the others. */
const PRIOR_NAME = 'prior';

/** Of another version: made again by the next night. */
const FORM = 1;

export interface Prior {
  /** Rates of the portal's other pipelines. */
  readonly others: readonly PipelineRates[];
  /** Their stages, where the pipeline has none that stands on its own. */
  readonly lent: readonly LentPipeline[];
}

export interface KeptPrior extends Prior {
  readonly digest: string;
}

const countSchema = z.object({ x: z.number(), n: z.number() });
const stageSchema = z.object({
  place: z.number(),
  followed: z.number(),
  censored: z.array(z.number()),
  exits: z.array(z.array(z.number())),
});
const priorSchema = z.object({
  form: z.literal(FORM),
  others: z.array(
    z.object({ pipelineId: z.string(), ledOn: countSchema, won: countSchema, wonWithin: countSchema }),
  ) satisfies z.ZodMiniType<readonly PipelineRates[]>,
  /** Absent: none, as in items of earlier nights. */
  lent: z.optional(
    z.array(z.object({ pipelineId: z.string(), stages: z.array(stageSchema) })) satisfies z.ZodMiniType<
      readonly LentPipeline[]
    >,
  ),
});

export async function storePrior(
  reportStore: Pick<ReportStore, 'storeReport'>,
  pipelineId: string,
  { others, lent }: Prior,
): Promise<void> {
  const told = lent.length === 0 ? { form: FORM, others } : { form: FORM, others, lent };
  await reportStore.storeReport(pipelineId, PRIOR_NAME, JSON.stringify(told));
}

/** What the last night has stored, by pipeline: an input of reports, with its version. A portal of one pipeline has none. */
export async function readPriors(
  reportStore: Pick<ReportStore, 'readReport'>,
  pipelines: readonly PipelineView[],
): Promise<ReadonlyMap<string, KeptPrior>> {
  const found = await Promise.all(
    pipelines.map(async ({ pipelineId }): Promise<[string, KeptPrior] | null> => {
      const json = await reportStore.readReport(pipelineId, PRIOR_NAME);
      const parsed = json === null ? null : priorSchema.safeParse(JSON.parse(json));
      if (json === null || parsed?.data === undefined) return null;
      const { others, lent = [] } = parsed.data;
      return [pipelineId, { digest: bytesDigest(json), others, lent }];
    }),
  );
  return new Map(found.filter((each) => each !== null));
}
