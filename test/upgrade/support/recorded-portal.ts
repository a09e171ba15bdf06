import type { PortalSeed, SeedDeal } from '../../../local/portal-seed.ts';
import { aPortal, aSeedDeal, START } from '../../local/hubspot-simulator/small-portal.ts';

const DAY_MS = 86_400_000;

/**
 * A tiny account with one deal of each kind that the store knows: open, won, lost, gone back, moved to another pipeline.
 * Twenty deals are finished, so that its models have figures.
 */
export function recordedPortal(): PortalSeed {
  const finished = Array.from({ length: 20 }, (_, place) =>
    aDeal(String(place + 1), [
      ['new', 1 + (place % 5)],
      ['offer', 2 + (place % 7)],
      [place % 3 === 0 ? 'won' : 'lost', 0],
    ]),
  );
  const open = [
    aDeal('21', [
      ['new', 3],
      ['offer', 4],
    ]),
    aDeal('22', [['new', 2]]),
    aDeal('23', [
      ['new', 2],
      ['offer', 2],
      ['new', 5],
    ]),
    aDeal('24', [['due', 3]]),
    aDeal('25', [['due', 1]]),
    aDeal('26', [['new', 1]]),
    aDeal('27', [['new', 1]]),
  ];
  return aPortal([...finished, ...open]);
}

/** A deal that went through the stages, so many days in each, and was created so that it ends before history does. */
function aDeal(dealId: string, way: readonly (readonly [stageId: string, days: number])[]): SeedDeal {
  const createdAt = START - 40 * DAY_MS + Number(dealId) * 3_600_000;
  let at = createdAt;
  const dealstage = way.map(([value, days]) => {
    const revision = { at, value, sourceType: 'CRM_UI' };
    at += days * DAY_MS;
    return revision;
  });
  const stageId = way.at(-1)?.[0] ?? 'new';
  return aSeedDeal(dealId, {
    createdAt,
    lastModifiedAt: dealstage.at(-1)?.at ?? createdAt,
    properties: {
      dealname: `Deal ${dealId}`,
      pipeline: stageId === 'due' ? 'renewals' : 'sales',
      dealstage: stageId,
      amount: `${dealId}00`,
      hubspot_owner_id: '11',
    },
    histories: { dealstage, hubspot_owner_id: [{ at: createdAt, value: '11', sourceType: 'CRM_UI' }] },
  });
}
