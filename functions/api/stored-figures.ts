import { isDeepStrictEqual } from 'node:util';
import type { FlagQuality, ReportQuestion, Stamp } from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import type { ReportStore } from '../ports/report-store.ts';
import { parseModel } from '../rollup/parse-model.ts';
import { parseStamp } from '../rollup/stamp.ts';

export type WholeFigures = Pick<ReportQuestion, 'shownModel' | 'flagQuality'>;

const qualitySchema = z.object({ flagQuality: z.custom<FlagQuality | null>((value) => typeof value === 'object') });

/**
 * Figures of the whole pipeline that rollup stored, those of them that were made of these very inputs: to make them anew would
 * give the same, seconds later.
 */
export async function readStoredFigures(
  reportStore: Pick<ReportStore, 'readReport'>,
  pipelineId: string,
): Promise<(stamp: Stamp) => Partial<WholeFigures>> {
  const names = ['model', 'flag-quality'];
  const [modelJson, qualityJson] = await Promise.all(names.map((name) => reportStore.readReport(pipelineId, name)));
  return (stamp) => {
    const model = isOf(stamp, modelJson) ? parseModel(modelJson ?? null) : null;
    const quality = isOf(stamp, qualityJson)
      ? qualitySchema.safeParse(JSON.parse(qualityJson ?? 'null')).data
      : undefined;
    return {
      ...(model === null ? {} : { shownModel: () => model }),
      ...(quality === undefined ? {} : { flagQuality: () => quality.flagQuality }),
    };
  };
}

function isOf(stamp: Stamp, json: string | null | undefined): boolean {
  return isDeepStrictEqual(parseStamp(json ?? null), stamp);
}
