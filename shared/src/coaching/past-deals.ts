import { DAY_MS } from '../history/instant.ts';
import { sorted } from '../history/order.ts';
import { amountBand, type FeatureSource } from './features.ts';
import type { DealPath } from './deal-paths.ts';

/** A closed deal that a card may show beside an open one. */
export interface PastDeal {
  readonly dealId: string;
  readonly name: string | null;
  readonly outcome: 'won' | 'lost';
  readonly closedAt: number;
  readonly cycleDays: number;
  /** Company currency, major units. */
  readonly amount: number | null;
  readonly source: string | null;
  /** Days spent in each live stage it was in, all its visits together, by stage id. */
  readonly daysByStage: Readonly<Record<string, number>>;
}

/**
 * For each stage the latest closed deal of each outcome and band of amount, each deal once, the newest first: a card finds
 * both outcomes, and reads few units.
 */
export function pastDeals(source: FeatureSource, paths: readonly DealPath[]): readonly PastDeal[] {
  const { known, amounts, thirds } = source;
  const latest = new Map<string, DealPath[]>();
  for (const path of paths) {
    if (path.outcome === null || path.isLate) continue;
    const kind = `${path.outcome} ${amountBand(amounts[path.deal] ?? Number.NaN, thirds) ?? ''}`;
    const byStage = latest.get(kind) ?? [];
    latest.set(kind, byStage);
    for (let row = path.from; row < path.to; row += 1) {
      const stage = known.stageOf(row);
      if (stage < 0) continue;
      const before = byStage[stage];
      if (before === undefined || newestFirst(path, before) < 0) byStage[stage] = path;
    }
  }
  const kept = new Set([...latest.values()].flatMap((byStage) => Object.values(byStage)));
  return sorted(kept, newestFirst).map((path) => pastDeal(source, path));
}

function newestFirst(a: DealPath, b: DealPath): number {
  return b.closedAt - a.closedAt || a.deal - b.deal;
}

function pastDeal({ known, table, amounts }: FeatureSource, { deal, from, to, outcome, closedAt }: DealPath): PastDeal {
  const days: Record<string, number> = {};
  for (let row = from; row < to; row += 1) {
    const stageId = known.stageIds[known.stageOf(row)];
    if (stageId === undefined) continue;
    days[stageId] = (days[stageId] ?? 0) + (known.endOf(row) - (table.enteredAt[row] ?? 0)) / DAY_MS;
  }
  const amount = amounts[deal] ?? Number.NaN;
  return {
    dealId: table.dealIds[deal] ?? '',
    name: table.facts.get('dealname')?.[deal] ?? null,
    outcome: outcome ?? 'lost',
    closedAt,
    cycleDays: tenths((closedAt - (table.enteredAt[from] ?? closedAt)) / DAY_MS),
    amount: Number.isNaN(amount) ? null : Math.round(amount * 100) / 100,
    source: table.facts.get('hs_analytics_source')?.[deal] ?? null,
    daysByStage: Object.fromEntries(Object.entries(days).map(([stageId, spent]) => [stageId, tenths(spent)])),
  };
}

function tenths(days: number): number {
  return Math.round(days * 10) / 10;
}
