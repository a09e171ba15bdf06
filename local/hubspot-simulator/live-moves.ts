import { type Random } from '@deal-stage-insights/shared';
import type { PortalSeed, SeedPipeline } from '../portal-seed.ts';
import type { Simulator } from './options.ts';
import type { SimDeal } from './portal/deal-state.ts';

export interface LiveMoves {
  readonly simulator: Simulator;
  readonly pipelines: PortalSeed['pipelines'];
  readonly random: Random;
}

/** One move as a rep makes it: most deals go on a stage, some are lost, some go back, some change their amount. */
export function makeLiveMove({ simulator, pipelines, random }: LiveMoves): SimDeal | null {
  const stagesOf = new Map(pipelines.map(({ pipelineId, stages }) => [pipelineId, stages]));
  const open = [...simulator.liveDeals()].filter((deal) => stageIn(stagesOf, deal)?.isClosed === false);
  const deal = open[Math.floor(random() * open.length)];
  if (deal === undefined) return null;

  const stages = stagesOf.get(deal.properties['pipeline'] ?? '') ?? [];
  const chance = random();
  if (chance < 0.15) return changeAmount(simulator, deal, random);
  const stageId = nextStage(stages, { from: deal.properties['dealstage'] ?? '', chance: (chance - 0.15) / 0.85 });
  return stageId === null ? null : simulator.desk.update(deal.dealId, { dealstage: stageId }, 'CRM_UI');
}

const stageIn = (stagesOf: ReadonlyMap<string, SeedPipeline['stages']>, deal: SimDeal) =>
  stagesOf.get(deal.properties['pipeline'] ?? '')?.find(({ stageId }) => stageId === deal.properties['dealstage']);

function nextStage(
  stages: SeedPipeline['stages'],
  { from, chance }: { readonly from: string; readonly chance: number },
): string | null {
  const open = stages.filter(({ isClosed }) => !isClosed);
  const at = open.findIndex(({ stageId }) => stageId === from);
  const lost = stages.find(({ isClosed, probability }) => isClosed && probability === 0);
  const won = stages.find(({ isClosed, probability }) => isClosed && probability === 1);
  if (chance < 0.2) return lost?.stageId ?? null;
  if (chance < 0.3) return open[at - 1]?.stageId ?? null;
  return (open[at + 1] ?? won)?.stageId ?? null;
}

function changeAmount(simulator: Simulator, deal: SimDeal, random: Random): SimDeal {
  const amount = Number(deal.properties['amount'] ?? 0) || 1_000;
  const changed = Math.max(100, Math.round((amount * (0.8 + 0.4 * random())) / 100) * 100);
  return simulator.desk.update(deal.dealId, { amount: String(changed) }, 'CRM_UI');
}
