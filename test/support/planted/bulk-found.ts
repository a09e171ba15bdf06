import {
  changesReport,
  DAY_MS,
  dealsBehindStalled,
  flowReport,
  type HygieneFaultId,
  hygieneReport,
} from '@deal-stage-insights/shared';
import type { SeedDeal } from '../../../local/portal-seed.ts';
import type { Held } from '../held.ts';
import { dayOf, isClosed, type Looked, revisionsOf } from './look-at.ts';

/** What was done to many deals at once: a clearing out of old proposals, and a load of deals from elsewhere. */
export function bulkFound(looked: Looked): Held {
  return { ...bulkMove(looked), ...bulkImport(looked) };
}

/** Hygiene counts the deals that were moved at once, and what changed on that day counts them among the lost. */
function bulkMove(looked: Looked): Held {
  const { planted, deals, faults } = looked;
  const { at, pipelineId } = planted('bulk-move');
  const to = faults.bulkMove?.toStageId;
  const moved = deals.filter((deal) =>
    revisionsOf(deal, 'dealstage').some((revision) => revision.at === at && revision.value === to),
  );
  const day = dayAround(at);
  const lost = deals.filter(
    (deal) =>
      !isClosed(stageAt(deal, day.fromAt) ?? revisionsOf(deal, 'dealstage')[0]?.value ?? '') &&
      stageAt(deal, day.toAt) === to,
  );
  const asked = looked.question(pipelineId, day.days);
  return {
    'bulk move: found, with its number': moved.length > 20 && foundBy(asked, 'bulk-move') === moved.length,
    'bulk move: found among what changed': lost.length >= moved.length && changedBy(asked, 'lost') === lost.length,
  };
}

/**
 * The flow of the day counts the deals that came by the import, and none as just begun; no move of theirs is called faulty; they
 * are what is new on that day; and those that still wait where they came are never called on track: who knows since when?
 */
function bulkImport(looked: Looked): Held {
  const { faults, deals, question } = looked;
  const day = dayAround(faults.importAt ?? 0);
  const asked = question('default', day.days);
  const imported = deals.filter((deal) => isImported(deal, 'default'));
  const late = flowReport(asked).stages.reduce((sum, { now }) => sum + now.arrivals.late, 0);
  const began = deals.filter((deal) => {
    const [first] = revisionsOf(deal, 'dealstage');
    if (first === undefined || deal.properties['pipeline'] !== 'default' || isClosed(first.value)) return false;
    return first.at >= day.fromAt && first.at < day.toAt;
  });
  const stillThere = imported.filter((deal) => revisionsOf(deal, 'dealstage').length === 1);
  const stalled = new Set(behindStalled(looked, 'stalled'));
  return {
    'bulk import: found, with its number': imported.length > 20 && late === imported.length,
    'bulk import: no move of it called faulty': foundBy(asked, 'imported-move') + foundBy(asked, 'bulk-move') === 0,
    'bulk import: found among what changed':
      began.filter((deal) => isImported(deal, 'default')).length > 20 && changedBy(asked, 'new') === began.length,
    'bulk import: who waits since is stalled':
      stillThere.length > 0 && stillThere.every(({ dealId }) => stalled.has(dealId)),
  };
}

type Asked = ReturnType<Looked['question']>;

function foundBy(asked: Asked, fault: HygieneFaultId): number {
  return hygieneReport(asked).faults.find((each) => each.fault === fault)?.found ?? Number.NaN;
}

function changedBy(asked: Asked, kind: 'lost' | 'new'): number {
  return changesReport(asked).steps.find((step) => step.kind === kind)?.affected ?? Number.NaN;
}

function behindStalled({ question }: Looked, column: string): readonly string[] {
  const asked = question('default');
  return (dealsBehindStalled(asked, { row: '', column }) ?? []).map((deal) => asked.table.dealIds[deal] ?? '');
}

function dayAround(at: number) {
  const [fromDay, toDay] = [dayOf(at), dayOf(at + DAY_MS)];
  return { days: { fromDay, toDay }, fromAt: Date.parse(fromDay), toAt: Date.parse(toDay) };
}

function isImported(deal: SeedDeal, pipelineId: string): boolean {
  const [first] = revisionsOf(deal, 'dealstage');
  return deal.properties['pipeline'] === pipelineId && first?.sourceType === 'IMPORT' && !isClosed(first.value);
}

/** Just before an instant; null: the deal was not there. */
function stageAt(deal: SeedDeal, at: number): string | null {
  return revisionsOf(deal, 'dealstage').findLast((revision) => revision.at < at)?.value ?? null;
}
