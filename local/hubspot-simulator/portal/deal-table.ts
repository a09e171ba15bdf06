import type { EpochMs } from '@deal-stage-insights/shared';
import type { PortalSeed } from '../../portal-seed.ts';
import type { Change, DealMerge, TaskCreation } from './changes.ts';
import type { SimDeal } from './deal-state.ts';
import { mergeDeals } from './merge-deals.ts';
import { type StageMetadata, stageMetadata, writeDeal } from './deal-write.ts';

/** What a change did: what webhooks are made from. */
export interface Applied {
  readonly change: Change;
  readonly deal: SimDeal | null;
  readonly changed: readonly string[];
}

/** All deals of the account in memory. Only `apply` alters it, so the journal can repeat what happened. */
export interface DealTable {
  readonly size: number;
  readonly stages: StageMetadata;
  /** Follows merges: the id of a loser answers the survivor. Archived deals are found too. */
  find(dealId: string): SimDeal | null;
  archivedAt(dealId: string): EpochMs | null;
  /** Live deals with the archived and merged ones left out. */
  live(): Iterable<SimDeal>;
  /** Ids in HubSpot's order, merged ones left out. */
  idsInOrder(): readonly string[];
  tasks(): readonly TaskCreation[];
  nextId(): string;
  apply(change: Change): Applied;
}

export function createDealTable(seed: PortalSeed): DealTable {
  const stages = stageMetadata(seed.pipelines);
  const deals = new Map<string, SimDeal>();
  const archived = new Map<string, EpochMs>();
  const survivors = new Map<string, string>();
  const tasks: TaskCreation[] = [];
  let newestId = 0;
  let ordered: string[] | null = null;

  const put = (deal: SimDeal) => {
    if (!deals.has(deal.dealId)) ordered = null;
    deals.set(deal.dealId, deal);
    newestId = Math.max(newestId, safeNumber(deal.dealId));
  };
  for (const deal of seed.deals) put(deal);

  const survivorOf = (dealId: string): string => {
    const into = survivors.get(dealId);
    return into === undefined ? dealId : survivorOf(into);
  };
  const mergedIds = (dealId: string): readonly string[] =>
    [...survivors.keys()].filter((loser) => loser !== dealId && survivorOf(loser) === dealId);
  const merge = (change: DealMerge): Applied => {
    const [survivor, loser] = [deals.get(change.dealId), deals.get(change.loserId)];
    if (survivor === undefined || loser === undefined) return { change, deal: null, changed: [] };
    survivors.set(change.loserId, change.dealId);
    ordered = null;
    const { deal, moved } = mergeDeals(survivor, loser, { at: change.at, mergedIds: mergedIds(change.dealId) });
    put(deal);
    return { change, deal, changed: moved };
  };
  const touch = (dealId: string, at: EpochMs): SimDeal | null => {
    const deal = deals.get(dealId);
    if (deal === undefined) return null;
    const touched = { ...deal, lastModifiedAt: at };
    put(touched);
    return touched;
  };

  return {
    get size() {
      return deals.size;
    },
    stages,
    find: (dealId) => deals.get(survivorOf(dealId)) ?? null,
    archivedAt: (dealId) => archived.get(survivorOf(dealId)) ?? null,
    *live() {
      for (const deal of deals.values()) if (!archived.has(deal.dealId) && !survivors.has(deal.dealId)) yield deal;
    },
    idsInOrder: () => (ordered ??= [...deals.keys()].filter((id) => !survivors.has(id)).sort(byId)),
    tasks: () => tasks,
    nextId: () => String(newestId + 1),
    apply(change) {
      switch (change.kind) {
        case 'create':
        case 'update': {
          const { deal, changed } = writeDeal(deals.get(change.dealId) ?? null, change, stages);
          put(deal);
          return { change, deal, changed };
        }
        case 'archive':
          archived.set(change.dealId, change.at);
          return { change, deal: deals.get(change.dealId) ?? null, changed: [] };
        case 'restore':
          archived.delete(change.dealId);
          return { change, deal: touch(change.dealId, change.at), changed: [] };
        case 'merge':
          return merge(change);
        case 'task':
          tasks.push(change);
          newestId = Math.max(newestId, safeNumber(change.taskId));
          return { change, deal: null, changed: [] };
      }
    },
  };
}

/** HubSpot's ids are numbers; those of a history file may be anything. */
export const safeNumber = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);

const byId = (a: string, b: string): number => safeNumber(a) - safeNumber(b) || (a < b ? -1 : a > b ? 1 : 0);
