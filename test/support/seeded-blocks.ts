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
import type { PortalSeed, SeedDeal } from '../../local/portal-seed.ts';

export interface SeededPipeline {
  readonly pipeline: PipelineView;
  readonly table: VisitBlock;
}

/** The deals of a seed as rollup folds them: the block of each pipeline. */
export function seededBlocks({ pipelines }: PortalSeed, records: readonly DealRecord[]): readonly SeededPipeline[] {
  const views = pipelines.map(viewOf);
  const blocks = foldShard(records, pipelineIndex(views));
  return views.map((pipeline) => {
    const table = blocks.get(pipeline.pipelineId);
    if (table === undefined) throw new Error(`Pipeline ${pipeline.pipelineId} has no deals.`);
    return { pipeline, table };
  });
}

export function viewOf({ pipelineId, label, stages }: PortalSeed['pipelines'][number]): PipelineView {
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

export function recordOf({ dealId, createdAt, lastModifiedAt, histories, properties }: SeedDeal): DealRecord {
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
