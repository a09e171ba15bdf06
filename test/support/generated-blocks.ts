import {
  type DealRecord,
  foldShard,
  mergeDeal,
  type PipelineView,
  pipelineIndex,
  stageRole,
  type VisitBlock,
} from '@deal-stage-insights/shared';
import { generatePortal, type PortalOptions } from '../../local/generator/generate-portal.ts';
import type { PortalTruth } from '../../local/generator/truth.ts';
import type { PortalSeed, SeedDeal } from '../../local/portal-seed.ts';

export interface GeneratedPipeline {
  readonly pipeline: PipelineView;
  readonly table: VisitBlock;
  readonly truth: PortalTruth['pipelines'][number];
}

/** A generated portal as rollup folds it: each pipeline's block, with the truth it was made from. */
export function generatedBlocks(options: PortalOptions): {
  readonly portal: PortalSeed;
  readonly truth: PortalTruth;
  readonly pipelines: readonly GeneratedPipeline[];
} {
  const { portal, truth } = generatePortal(options);
  const views = portal.pipelines.map(viewOf);
  const blocks = foldShard(Array.from(portal.deals, recordOf), pipelineIndex(views));
  const pipelines = views.map((pipeline) => {
    const table = blocks.get(pipeline.pipelineId);
    const own = truth.pipelines.find(({ pipelineId }) => pipelineId === pipeline.pipelineId);
    if (table === undefined || own === undefined) throw new Error(`Pipeline ${pipeline.pipelineId} has no deals.`);
    return { pipeline, table, truth: own };
  });
  return { portal, truth, pipelines };
}

function viewOf({ pipelineId, label, stages }: PortalSeed['pipelines'][number]): PipelineView {
  return {
    pipelineId,
    label,
    stages: stages.map(({ stageId, label: stageLabel, probability, isClosed }, displayOrder) => ({
      stageId,
      label: stageLabel,
      role: stageRole({ probability, isClosed }),
      displayOrder,
      typedProbability: probability,
      isUnknown: false,
    })),
  };
}

function recordOf({ dealId, createdAt, lastModifiedAt, histories }: SeedDeal): DealRecord {
  const of = (property: string) => histories[property] ?? [];
  const record = mergeDeal(null, {
    kind: 'present',
    dealId,
    readAt: lastModifiedAt,
    createdAt,
    lastModifiedAt,
    histories: {
      dealstage: of('dealstage'),
      hubspot_owner_id: of('hubspot_owner_id'),
      amount: of('amount'),
      closedate: of('closedate'),
    },
    facts: {},
    mergedDealIds: [],
    mergedAt: null,
  });
  if (record === null) throw new Error('A present deal has a record.');
  return record;
}
