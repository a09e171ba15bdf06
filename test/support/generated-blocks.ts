import type { DealRecord } from '@deal-stage-insights/shared';
import { generatePortal, type PortalOptions } from '../../local/generator/generate-portal.ts';
import type { PortalTruth } from '../../local/generator/truth.ts';
import type { PortalSeed } from '../../local/portal-seed.ts';
import { recordOf, seededBlocks, type SeededPipeline } from './seeded-blocks.ts';

export interface GeneratedPipeline extends SeededPipeline {
  readonly truth: PortalTruth['pipelines'][number];
}

/** A generated portal as rollup folds it: each pipeline's block, with the truth it was made from. */
export function generatedBlocks(options: PortalOptions): {
  readonly portal: PortalSeed;
  readonly truth: PortalTruth;
  readonly pipelines: readonly GeneratedPipeline[];
} {
  const { portal, truth } = generatePortal(options);
  return { portal, truth, pipelines: foldedPipelines(portal, truth, Array.from(portal.deals, recordOf)) };
}

/** The same, with the records of each pipeline's deals. */
export function generatedRecords(options: PortalOptions) {
  const { portal, truth } = generatePortal(options);
  const deals = [...portal.deals];
  const pipelines = foldedPipelines(portal, truth, deals.map(recordOf)).map((each) => ({
    ...each,
    records: deals.filter(({ properties }) => properties['pipeline'] === each.pipeline.pipelineId).map(recordOf),
  }));
  return { portal, truth, pipelines };
}

function foldedPipelines(portal: PortalSeed, truth: PortalTruth, records: readonly DealRecord[]) {
  return seededBlocks(portal, records).map((folded): GeneratedPipeline => {
    const own = truth.pipelines.find(({ pipelineId }) => pipelineId === folded.pipeline.pipelineId);
    if (own === undefined) throw new Error(`Nothing is known of pipeline ${folded.pipeline.pipelineId}.`);
    return { ...folded, truth: own };
  });
}
