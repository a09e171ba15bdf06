import type { PortalSeed, SeedDeal } from '../../../local/portal-seed.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Monday 2026-03-02, 09:00 UTC. */
export const PORTAL_NOW = Date.UTC(2026, 2, 2, 9);

const STAGES = ['qualified', 'presentation', 'decision', 'contract'];

/** A repeatable stream of numbers in [0, 1). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Some hundred deals on their way through one pipeline: enough for every figure of the card to have evidence. */
export function somePortal(dealCount = 240): PortalSeed {
  const next = numbersFrom(7);
  return {
    portalId: '62515',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    endsAt: PORTAL_NOW,
    teams: [{ teamId: '31', name: 'Field sales' }],
    owners: [
      owner({ ownerId: '901', userId: '1901', firstName: 'Alva', lastName: 'Rep' }),
      owner({ ownerId: '902', userId: '1902', firstName: 'Milo', lastName: 'Manager' }),
    ],
    pipelines: [
      {
        pipelineId: 'default',
        label: 'Sales pipeline',
        stages: [
          { stageId: 'qualified', label: 'Qualified to buy', probability: 0.2, isClosed: false },
          { stageId: 'presentation', label: 'Presentation scheduled', probability: 0.4, isClosed: false },
          { stageId: 'decision', label: 'Decision maker bought in', probability: 0.6, isClosed: false },
          { stageId: 'contract', label: 'Contract sent', probability: 0.9, isClosed: false },
          { stageId: 'won', label: 'Closed won', probability: 1, isClosed: true },
          { stageId: 'lost', label: 'Closed lost', probability: 0, isClosed: true },
        ],
      },
    ],
    deals: Array.from({ length: dealCount }, (_, index) => someDeal(String(1000 + index), next)),
    dealCount,
  };
}

const owner = (person: { ownerId: string; userId: string; firstName: string; lastName: string }) => ({
  ...person,
  email: `${person.firstName.toLowerCase()}@example.com`,
  teamIds: ['31'],
  isArchived: false,
});

function someDeal(dealId: string, next: () => number): SeedDeal {
  const createdAt = PORTAL_NOW - Math.floor((5 + next() * 300) * DAY_MS);
  const stages = wayOf(createdAt, next);
  const last = stages.at(-1);
  const amount = String(Math.round(2_000 + next() * 80_000));
  const properties: Record<string, string> = {
    dealname: `Order ${dealId}`,
    pipeline: 'default',
    dealstage: last?.value ?? 'qualified',
    amount,
    hubspot_owner_id: next() < 0.6 ? '901' : '902',
    createdate: new Date(createdAt).toISOString(),
    closedate: new Date(PORTAL_NOW + 20 * DAY_MS).toISOString(),
  };
  const at = { at: createdAt, sourceType: 'CRM_UI' };
  const histories = {
    dealstage: stages,
    pipeline: [{ ...at, value: 'default' }],
    amount: [{ ...at, value: amount }],
    hubspot_owner_id: [{ ...at, value: properties['hubspot_owner_id'] ?? '' }],
  };
  return { dealId, createdAt, lastModifiedAt: last?.at ?? createdAt, properties, histories };
}

/** Stage after stage with some days each, until the deal is won, lost, or the present is reached. Some step back once. */
function wayOf(createdAt: number, next: () => number) {
  const way = [{ at: createdAt, value: 'qualified', sourceType: 'CRM_UI' }];
  let step = 0;
  for (let at = createdAt; ; ) {
    at += Math.floor((1 + next() * 24) * DAY_MS + next() * HOUR_MS);
    if (at >= PORTAL_NOW) return way;
    const chance = next();
    if (chance < 0.2) return [...way, { at, value: 'lost', sourceType: 'CRM_UI' }];
    step = chance < 0.28 && step > 0 ? step - 1 : step + 1;
    const value = STAGES[step];
    way.push({ at, value: value ?? 'won', sourceType: 'CRM_UI' });
    if (value === undefined) return way;
  }
}
