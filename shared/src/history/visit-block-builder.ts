import { changeColumn } from './change-column.ts';
import { dictionary } from './dictionary.ts';
import { factColumns } from './fact-columns.ts';
import type { DealTimeline, StageVisit } from './timeline.ts';
import type { ChangeColumn, VisitBlock } from './visit-block.ts';
import { type VisitRows, visitColumns } from './visit-columns.ts';

export interface BlockBuilder {
  /** Adds a deal with its visits in this pipeline; deals come in order of their ids. */
  addDeal(timeline: DealTimeline, visits: readonly StageVisit[]): void;
  addDeletedDeal(): void;
  build(): VisitBlock;
}

/** Collects the deals of one pipeline into columns. */
export function blockBuilder(pipelineId: string): BlockBuilder {
  const [stages, ownerIds] = [dictionary(), dictionary([''])];
  const rows = visitColumns(stages, ownerIds);
  const [amounts, closeDates, owners] = [changeColumn(), changeColumn(), changeColumn()];
  const facts = factColumns();
  const dealIds: string[] = [];
  const createdAt: number[] = [];
  let deletedDeals = 0;
  return {
    addDeal(timeline, visits) {
      const deal = dealIds.push(timeline.dealId) - 1;
      createdAt.push(timeline.createdAt ?? Number.NaN);
      for (const visit of visits) rows.add(visit, deal);
      amounts.addDeal(timeline.amountChanges, orNaN);
      closeDates.addDeal(timeline.closeDateChanges, orNaN);
      owners.addDeal(timeline.ownerChanges, ownerIds.placeOf);
      facts.add(timeline.facts, deal);
    },
    addDeletedDeal() {
      deletedDeals += 1;
    },
    build() {
      const visits = rows.build();
      const changes = { amounts: amounts.build(), closeDates: closeDates.build(), owners: owners.build() };
      return {
        pipelineId,
        ...visits,
        dealIds,
        stageIds: stages.values,
        ownerIds: ownerIds.values,
        newestChangeAt: newestOf(visits, Object.values(changes)),
        deletedDeals,
        createdAt: new Float64Array(createdAt),
        ...changes,
        facts: facts.build(dealIds.length),
      };
    },
  };
}

function orNaN(value: number | null): number {
  return value ?? Number.NaN;
}

/** 0 where there is no instant at all. */
function newestOf({ enteredAt, exitedAt }: VisitRows, changes: readonly ChangeColumn[]): number {
  let newest = 0;
  for (const column of [enteredAt, exitedAt, ...changes.map(({ at }) => at)]) {
    for (const at of column) if (at > newest) newest = at;
  }
  return newest;
}
