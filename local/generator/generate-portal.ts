import { DAY_MS } from '@deal-stage-insights/shared';
import type { PortalSeed, SeedDeal } from '../portal-seed.ts';
import { creationClock } from './calendar.ts';
import { generateDeal, type Setting } from './generate-deal.ts';
import { SOURCES, someReps, TEAMS, type TeamSizes } from './people.ts';
import { PIPELINE_MODELS } from './pipeline-models.ts';
import { pipelineTruth } from './pipeline-truth.ts';
import { plantedActions } from './planted-actions.ts';
import { plantedSituations } from './planted-situations.ts';
import { dealRandom } from './random.ts';
import type { PlantedFaults, PortalTruth } from './truth.ts';

export interface PortalOptions {
  /** Equal seeds and options give equal portals. A whole number. */
  readonly seed?: number;
  readonly deals?: number;
  /** Length of the history. */
  readonly days?: number;
  readonly endsAt?: number;
  /** Deals behave as the truth says and nothing else: no working hours, seasons, quarter ends, imports or other faults. */
  readonly isPure?: boolean;
  readonly teamSizes?: TeamSizes;
  /** What was done about stages, one of them with effect; left out: nothing. */
  readonly plantsActions?: boolean;
}

export interface GeneratedPortal {
  readonly portal: PortalSeed;
  readonly truth: PortalTruth;
}

/** Friday, 2026-11-20, 16:00 UTC. */
const DEMO_ENDS_AT = Date.UTC(2026, 10, 20, 16);

/**
 * A portal with known truth. Without options: 4,000 deals over two years, three pipelines, twelve owners in three teams.
 * Deals are made while they are read, one by one, so a portal may be larger than the memory; each reading gives the same.
 */
export function generatePortal(options: PortalOptions = {}): GeneratedPortal {
  const { seed = 1, deals = 4000, days = 730, endsAt = DEMO_ENDS_AT, isPure = false } = options;
  const actions = options.plantsActions === true ? plantedActions(endsAt) : [];
  const startsAt = endsAt - days * DAY_MS;
  const reps = someReps(
    PIPELINE_MODELS.map(({ pipelineId }) => pipelineId),
    options.teamSizes,
  );
  const faults = isPure
    ? NO_FAULTS
    : plantedFaults(
        startsAt,
        days,
        reps.map(({ ownerId }) => ownerId),
      );
  const setting: Setting = { models: PIPELINE_MODELS, reps, sources: SOURCES, endsAt, isPure, faults, actions };
  return {
    portal: {
      portalId: '4242424',
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      endsAt,
      teams: TEAMS,
      owners: reps.map(({ ownerId, owner }) => ({
        ownerId,
        ...owner,
        isArchived: ownerId === faults.departure?.ownerId,
      })),
      pipelines: PIPELINE_MODELS.map(({ pipelineId, label, stages }) => ({
        pipelineId,
        label,
        stages: stages.map((stage) => ({
          stageId: stage.stageId,
          label: stage.label,
          probability: stage.probability,
          isClosed: stage.isClosed,
        })),
      })),
      deals: { [Symbol.iterator]: () => eachDeal(setting, { seed, deals, startsAt, days }) },
      dealCount: deals,
    },
    truth: truthOf(setting),
  };
}

function* eachDeal(
  setting: Setting,
  { seed, deals, startsAt, days }: { seed: number; deals: number; startsAt: number; days: number },
): Generator<SeedDeal> {
  const createdAt = setting.isPure
    ? (share: number) => Math.floor(startsAt + share * days * DAY_MS)
    : creationClock(startsAt, days);
  for (let deal = 0; deal < deals; deal += 1) {
    const random = dealRandom(seed, deal);
    const place = { dealId: String(31_000_000_000 + deal * 37), createdAt: createdAt((deal + random()) / deals) };
    yield generateDeal(setting, place, random);
  }
}

const NO_FAULTS: PlantedFaults = {
  bulkMove: null,
  departure: null,
  importAt: null,
  slowStage: null,
  skippedStage: null,
};
/** The offers of the last four months wait longer. */
const SLOW_DAYS = 120;

function plantedFaults(startsAt: number, days: number, ownerIds: readonly string[]): PlantedFaults {
  const at = (share: number): number => startsAt + Math.floor(share * days) * DAY_MS + 9.5 * (DAY_MS / 24);
  return {
    bulkMove: {
      at: at(0.78),
      pipelineId: 'default',
      fromStageId: 'b2b_proposal',
      toStageId: 'b2b_lost',
      afterDays: 150,
    },
    departure: { at: at(0.7), ownerId: ownerIds[4] ?? '', toOwnerId: ownerIds[1] ?? '' },
    importAt: at(0.06),
    slowStage: {
      pipelineId: 'default',
      stageId: 'b2b_proposal',
      fromAt: startsAt + Math.max(0, days - SLOW_DAYS) * DAY_MS,
      factor: 2.5,
    },
    skippedStage: {
      pipelineId: 'default',
      stageId: 'b2b_discovery',
      toStageId: 'b2b_proposal',
      share: 0.1,
      merit: -0.8,
    },
  };
}

function truthOf({ models, reps, sources, faults, actions, isPure }: Setting): PortalTruth {
  const pipelines = models.map((model) => {
    const team = reps.filter(({ pipelineId }) => pipelineId === model.pipelineId);
    const groups = team.flatMap((rep) =>
      sources.map((source) => ({ weight: rep.share * source.share, merit: rep.merit + source.merit })),
    );
    return pipelineTruth(model, groups);
  });
  const owners = reps.map(({ ownerId, pipelineId, merit }) => ({ ownerId, pipelineId, merit }));
  return {
    pipelines,
    owners,
    sources,
    faults,
    actions,
    situations: plantedSituations({ models, pipelines, owners, sources, faults, isPure }),
  };
}
