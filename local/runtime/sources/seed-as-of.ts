import type { EpochMs } from '@deal-stage-insights/shared';
import type { PortalSeed, SeedDeal } from '../../portal-seed.ts';

/** The account as it was at an instant: what came later is left out, as if the log ended there. */
export function seedAsOf(seed: PortalSeed, asOf: EpochMs): PortalSeed {
  if (asOf >= seed.endsAt) return { ...seed, endsAt: asOf };
  const deals = [...seed.deals].filter(({ createdAt }) => createdAt <= asOf).map((deal) => dealAsOf(deal, asOf));
  return { ...seed, endsAt: asOf, deals, dealCount: deals.length };
}

function dealAsOf(deal: SeedDeal, asOf: EpochMs): SeedDeal {
  const histories = Object.fromEntries(
    Object.entries(deal.histories).map(([name, revisions]) => [name, revisions.filter(({ at }) => at <= asOf)]),
  );
  const then = Object.fromEntries(
    Object.entries(histories).map(([name, revisions]) => [name, revisions.at(-1)?.value ?? '']),
  );
  const instants = Object.values(histories).flatMap((revisions) => revisions.map(({ at }) => at));
  return {
    ...deal,
    histories,
    properties: { ...deal.properties, ...then },
    lastModifiedAt: instants.reduce((newest, at) => Math.max(newest, at), deal.createdAt),
  };
}
