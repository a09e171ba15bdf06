import {
  type DealRecord,
  FACT_PROPERTIES,
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
  const views = portal.pipelines.map(viewOf);
  const blocks = foldShard(records, pipelineIndex(views));
  return views.map((pipeline): GeneratedPipeline => {
    const table = blocks.get(pipeline.pipelineId);
    const own = truth.pipelines.find(({ pipelineId }) => pipelineId === pipeline.pipelineId);
    if (table === undefined || own === undefined) throw new Error(`Pipeline ${pipeline.pipelineId} has no deals.`);
    return { pipeline, table, truth: own };
  });
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

function recordOf({ dealId, createdAt, lastModifiedAt, histories, properties }: SeedDeal): DealRecord {
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
    facts: Object.fromEntries(FACT_PROPERTIES.map((name) => [name, properties[name] ?? null])),
    mergedDealIds: [],
    mergedAt: null,
  });
  if (record === null) throw new Error('A present deal has a record.');
  return record;
}
