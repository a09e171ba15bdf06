import type { SeedDeal } from '../portal-seed.ts';
import { amountHistory, currencyOf } from './amounts.ts';
import { closeDateHistory } from './close-dates.ts';
import { dealName } from './names.ts';
import { ownerHistory } from './owner-history.ts';
import type { Rep } from './people.ts';
import type { PipelineModel } from './pipeline-model.ts';
import { pick, pickByShare, type Random } from './random.ts';
import { type StageStep, stageSteps } from './stage-steps.ts';
import type { PlantedFaults, PortalTruth } from './truth.ts';

/** Everything that the deals of a portal have in common. */
export interface Setting {
  readonly models: readonly PipelineModel[];
  readonly reps: readonly Rep[];
  readonly sources: PortalTruth['sources'];
  readonly endsAt: number;
  readonly isPure: boolean;
  readonly faults: PlantedFaults;
  readonly actions: PortalTruth['actions'];
}

/** Makes one deal with its whole history up to the end. */
export function generateDeal(
  setting: Setting,
  { dealId, createdAt: beganAt }: { readonly dealId: string; readonly createdAt: number },
  random: Random,
): SeedDeal {
  const { endsAt, isPure, faults, actions } = setting;
  const model = pickByShare(random, setting.models);
  const rep = pickByShare(
    random,
    setting.reps.filter(({ pipelineId }) => pipelineId === model.pipelineId),
  );
  const source = pickByShare(random, setting.sources);
  const skips = isSkipping(faults.skippedStage, model.pipelineId, dealId) ? faults.skippedStage : null;
  const merit = rep.merit + source.merit + (skips?.merit ?? 0);
  const { bulkMove, slowStage } = faults;
  const way = { model, merit, createdAt: beganAt, endsAt, isPure, bulkMove, slowStage, actions, skips };
  const steps = asImported(stageSteps(way, random), faults.importAt);
  const createdAt = steps[0]?.at ?? beganAt;
  const closedAt = closingInstant(steps, model);
  const life = { model, steps, createdAt, closedAt, endsAt };
  const histories = {
    dealstage: steps.map(({ at, stageId, sourceType }) => ({ at, value: stageId, sourceType })),
    hubspot_owner_id: ownerHistory(life, { rep, reps: setting.reps, departure: faults.departure }, random),
    amount: amountHistory(life, random),
    closedate: closeDateHistory(life, random),
  };
  const newest = Math.max(...Object.values(histories).flatMap((revisions) => revisions.map(({ at }) => at)));
  const current = Object.entries(histories).flatMap(([name, revisions]) => {
    const last = revisions.at(-1);
    return last === undefined ? [] : [[name, last.value] as const];
  });
  return {
    dealId,
    createdAt,
    lastModifiedAt: newest,
    properties: {
      dealname: dealName(random, model.pipelineId),
      pipeline: model.pipelineId,
      dealtype: random() < 0.7 ? 'newbusiness' : 'existingbusiness',
      hs_analytics_source: source.source,
      ...currencyOf(dealId),
      ...activities(steps, closedAt === null, { endsAt, random }),
      ...lostReason(steps, model, random),
      ...Object.fromEntries(current),
    },
    histories,
  };
}

/** By the id, so that it is not the luck of the deal. */
function isSkipping(skipped: PlantedFaults['skippedStage'], pipelineId: string, dealId: string): boolean {
  if (skipped === null || skipped.pipelineId !== pipelineId) return false;
  return (Number(dealId) % 1009) / 1009 < skipped.share;
}

/** What a deal looks like that was loaded by import: it begins where it then was. */
function asImported(steps: readonly StageStep[], importAt: number | null): readonly StageStep[] {
  const [first] = steps;
  if (first === undefined || importAt === null || first.at >= importAt) return steps;
  const stageId = steps.filter(({ at }) => at < importAt).at(-1)?.stageId ?? first.stageId;
  return [{ at: importAt, stageId, sourceType: 'IMPORT' }, ...steps.filter(({ at }) => at >= importAt)];
}

/** When the deal came into the closed stage it is in; null while it is open. */
function closingInstant(steps: readonly StageStep[], model: PipelineModel): number | null {
  const closed = new Set(model.stages.filter(({ isClosed }) => isClosed).map(({ stageId }) => stageId));
  const lastOpen = steps.findLastIndex(({ stageId }) => !closed.has(stageId));
  return steps[lastOpen + 1]?.at ?? null;
}

function activities(
  steps: readonly StageStep[],
  isOpen: boolean,
  { endsAt, random }: { readonly endsAt: number; readonly random: Random },
): Readonly<Record<string, string>> {
  const newest = steps.at(-1)?.at ?? endsAt;
  const contacts = { num_associated_contacts: String(1 + Math.floor(random() * 4)) };
  const lastContact = { notes_last_contacted: iso(Math.min(endsAt, newest + random() * 6 * 86_400_000)) };
  const isPlanned = random() < 0.45;
  if (!isOpen || !isPlanned) return { ...contacts, ...lastContact };
  return { ...contacts, ...lastContact, notes_next_activity_date: iso(endsAt + (random() * 16 - 4) * 86_400_000) };
}

const LOST_REASONS = ['price', 'no budget', 'competitor', 'no decision', 'timing'];

function lostReason(
  steps: readonly StageStep[],
  model: PipelineModel,
  random: Random,
): Readonly<Record<string, string>> {
  const stage = model.stages.find(({ stageId }) => stageId === steps.at(-1)?.stageId);
  const isLost = stage?.isClosed === true && stage.probability === 0;
  return isLost && random() < 0.75 ? { closed_lost_reason: pick(random, LOST_REASONS) } : {};
}

function iso(at: number): string {
  return new Date(Math.floor(at)).toISOString();
}
