import type { PortalSeed, SeedDeal } from '../../../local/portal-seed.ts';
import { PRO_LIMITS, type SimulatorOptions } from '../../../local/hubspot-simulator/options.ts';
import { startSimulator } from '../../../local/hubspot-simulator/start-simulator.ts';

export const START = Date.parse('2026-03-02T09:00:00.000Z');
const HOUR_MS = 3_600_000;

/** A clock that stands still until it is moved. */
export function standingClock(at = START) {
  let now = at;
  return {
    now: () => now,
    forward(ms: number) {
      now += ms;
    },
  };
}

export function aSeedDeal(dealId: string, overrides: Partial<SeedDeal> = {}): SeedDeal {
  const createdAt = START - 100 * HOUR_MS + Number(dealId) * HOUR_MS;
  const stages = ['new', 'offer'].map((value, index) => ({
    at: createdAt + index * HOUR_MS,
    value,
    sourceType: 'CRM_UI',
  }));
  return {
    dealId,
    createdAt,
    lastModifiedAt: createdAt + HOUR_MS,
    properties: { dealname: `Deal ${dealId}`, pipeline: 'sales', dealstage: 'offer', amount: `${dealId}00` },
    histories: { dealstage: stages },
    ...overrides,
  };
}

export function aPortal(deals: readonly SeedDeal[], overrides: Partial<PortalSeed> = {}): PortalSeed {
  const owner = { teamIds: ['t1'], lastName: 'Example', isArchived: false };
  return {
    portalId: '4711',
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    endsAt: START,
    teams: [{ teamId: 't1', name: 'North' }],
    owners: [
      { ...owner, ownerId: '11', userId: '9011', email: 'ann@example.com', firstName: 'Ann' },
      { ...owner, ownerId: '12', userId: '9012', email: 'bob@example.com', firstName: 'Bob', isArchived: true },
    ],
    pipelines: [
      {
        pipelineId: 'sales',
        label: 'Sales',
        stages: [
          { stageId: 'new', label: 'New', probability: 0.2, isClosed: false },
          { stageId: 'offer', label: 'Offer', probability: 0.6, isClosed: false },
          { stageId: 'won', label: 'Won', probability: 1, isClosed: true },
          { stageId: 'lost', label: 'Lost', probability: 0, isClosed: true },
        ],
      },
      {
        pipelineId: 'renewals',
        label: 'Renewals',
        stages: [{ stageId: 'due', label: 'Due', probability: 0.5, isClosed: false }],
      },
    ],
    deals,
    dealCount: deals.length,
    ...overrides,
  };
}

/** A clock that stands still would never let a used-up limit recover. */
export const GENEROUS = { ...PRO_LIMITS, perTenSeconds: 10_000, searchPerSecond: 1_000 };

export const ACCESS_TOKEN = 'token-of-the-test';

export function openSimulator(seed: PortalSeed, overrides: Partial<SimulatorOptions> = {}) {
  return startSimulator({
    seed,
    port: 0,
    clock: standingClock(),
    accessToken: ACCESS_TOKEN,
    appId: '77',
    ...overrides,
  });
}
