import type { Clock } from '../../../functions/ports/clock.ts';
import { invalid, notFound } from '../problem.ts';
import type { Change } from './changes.ts';
import type { SimDeal } from './deal-state.ts';
import type { Applied, DealTable } from './deal-table.ts';

/** Where changes are made: checked, dated, kept and announced. `sourceType` is HubSpot's word for who did it. */
export interface DealDesk {
  /** Null for an id that was never given out. Ids of merged deals answer the survivor. */
  find(dealId: string): SimDeal | null;
  create(properties: Readonly<Record<string, string>>, sourceType?: string): SimDeal;
  update(dealId: string, properties: Readonly<Record<string, string>>, sourceType?: string): SimDeal;
  archive(dealId: string): void;
  restore(dealId: string): void;
  merge(survivorId: string, loserId: string): SimDeal;
  createTask(properties: Readonly<Record<string, string>>, dealIds: readonly string[]): { readonly taskId: string };
}

export interface DeskParts {
  readonly table: DealTable;
  readonly clock: Clock;
  /** Called with each change before the desk answers. */
  readonly onApplied: (applied: Applied) => void;
}

export function createDealDesk({ table, clock, onApplied }: DeskParts): DealDesk {
  const carryOut = (change: Change): Applied => {
    const applied = table.apply(change);
    onApplied(applied);
    return applied;
  };
  const dealOf = (applied: Applied): SimDeal => {
    if (applied.deal === null) throw notFound();
    return applied.deal;
  };
  const live = (dealId: string): SimDeal => {
    const deal = table.find(dealId);
    if (deal === null || table.archivedAt(dealId) !== null) throw notFound();
    return deal;
  };

  return {
    find: (dealId) => table.find(dealId),
    create(properties, sourceType = 'INTEGRATION') {
      if (properties['dealstage'] === undefined)
        throw invalid('Property values were not valid: dealstage is required.');
      const whole = withPipeline(table, properties);
      checkStage(table, whole);
      const dealId = table.nextId();
      return dealOf(carryOut({ kind: 'create', at: clock.now(), dealId, properties: whole, sourceType }));
    },
    update(dealId, properties, sourceType = 'INTEGRATION') {
      const before = live(dealId);
      checkStage(table, { ...before.properties, ...properties });
      return dealOf(carryOut({ kind: 'update', at: clock.now(), dealId: before.dealId, properties, sourceType }));
    },
    archive(dealId) {
      const deal = table.find(dealId);
      if (deal !== null && table.archivedAt(dealId) === null)
        carryOut({ kind: 'archive', at: clock.now(), dealId: deal.dealId });
    },
    restore(dealId) {
      if (table.archivedAt(dealId) === null) throw notFound();
      carryOut({ kind: 'restore', at: clock.now(), dealId });
    },
    merge(survivorId, loserId) {
      const survivor = live(survivorId);
      const loser = live(loserId);
      if (survivor.dealId === loser.dealId) throw invalid('A deal cannot be merged with itself.');
      return dealOf(carryOut({ kind: 'merge', at: clock.now(), dealId: survivor.dealId, loserId: loser.dealId }));
    },
    createTask(properties, dealIds) {
      for (const dealId of dealIds) live(dealId);
      const taskId = table.nextId();
      carryOut({ kind: 'task', at: clock.now(), taskId, properties, dealIds });
      return { taskId };
    },
  };
}

/** HubSpot puts a new deal into the stage's own pipeline when none is named. */
function withPipeline(
  table: DealTable,
  properties: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const pipeline = table.stages.get(properties['dealstage'] ?? '')?.pipelineId;
  return pipeline === undefined ? properties : { pipeline, ...properties };
}

function checkStage(table: DealTable, properties: Readonly<Record<string, string>>): void {
  const { dealstage = '', pipeline } = properties;
  const stage = table.stages.get(dealstage);
  if (stage === undefined)
    throw invalid(`Property values were not valid: ${JSON.stringify(dealstage)} is no stage of this account.`);
  if (stage.pipelineId !== pipeline)
    throw invalid(`Property values were not valid: stage ${dealstage} does not belong to pipeline ${pipeline ?? ''}.`);
}
