import {
  DAY_MS,
  type Facts,
  type PipelineView,
  type Random,
  seededRandom,
  type VisitBlock,
} from '@deal-stage-insights/shared';
import { blockBuilder } from '../../shared/src/history/visit-block-builder.ts';
import { START, somePipeline } from './builders.ts';

/** Two open stages; `typed` by stage sets the typed probability. */
export function twoStages(typed: Readonly<Record<string, number>> = {}): PipelineView {
  const pipeline = somePipeline('sales', 'demo, offer, won:won, lost:lost');
  return {
    ...pipeline,
    stages: pipeline.stages.map((stage) => ({
      ...stage,
      typedProbability: typed[stage.stageId] ?? stage.typedProbability,
    })),
  };
}

/** How visits of a stage leave: where to, and after how many days on average (exponential). What is missing to 1 stays for good. */
interface TrueWay {
  readonly to: Readonly<Record<string, number>>;
  readonly meanDays: number;
}

export interface TrueDeals {
  readonly seed: number;
  readonly deals: number;
  /** Deals begin evenly over so many days from START, and history ends with them. */
  readonly days: number;
  readonly owners?: number;
  /** The truth, of a stage, of the day (from START) on which it was entered, and of the owner's number. */
  readonly way: (stageId: string, day: number, owner: number) => TrueWay | null;
}

/** From demo half go on to offer, and from there half win: a quarter of all is won. Nothing planted. */
export const PLAIN: TrueDeals['way'] = (stageId) =>
  stageId === 'demo'
    ? { to: { offer: 0.5, lost: 0.5 }, meanDays: 10 }
    : stageId === 'offer'
      ? { to: { won: 0.5, lost: 0.5 }, meanDays: 15 }
      : null;

/** A block of deals whose truth is known: nothing happens in it but what `way` says. */
export function simulatedDeals({ seed, deals, days, owners = 1, way }: TrueDeals): VisitBlock {
  const random = seededRandom(seed);
  const factRandom = seededRandom(seed + 1_000_000);
  const endsAt = START + days * DAY_MS;
  const block = blockBuilder('sales');
  for (let deal = 0; deal < deals; deal += 1) {
    const createdAt = Math.floor(START + random() * days * DAY_MS);
    const owner = Math.floor(random() * owners);
    const dealId = String(100_000 + deal);
    const visits = walk({ createdAt, endsAt, owner, way }, random);
    const amount = { at: createdAt, value: Math.round(1000 * Math.exp(random() - 0.5)), origin: 'person' as const };
    const timeline = {
      dealId,
      status: 'live' as const,
      createdAt,
      recordedAt: endsAt,
      mergedIntoDealId: null,
      visits,
      ownerChanges: [{ at: createdAt, value: `owner-${owner}`, origin: 'person' as const }],
      amountChanges: [amount],
      closeDateChanges: [],
      facts: someFacts(factRandom),
    };
    block.addDeal(timeline, visits);
  }
  return block.build();
}

const SOURCES = ['DIRECT_TRAFFIC', 'OFFLINE', 'PAID_SEARCH', 'REFERRALS'];
const TYPES = ['existingbusiness', 'newbusiness'];

/** Facts that have nothing to do with how a deal goes; of a stream of their own, so that the deals stay the same. */
function someFacts(random: Random): Facts {
  return {
    hs_analytics_source: SOURCES[Math.floor(random() * SOURCES.length)] ?? null,
    dealtype: TYPES[Math.floor(random() * TYPES.length)] ?? null,
    num_associated_contacts: String(1 + Math.floor(random() * 3)),
  };
}

interface Walk extends Pick<TrueDeals, 'way'> {
  readonly createdAt: number;
  readonly endsAt: number;
  readonly owner: number;
}

function walk({ createdAt, endsAt, owner, way }: Walk, random: Random) {
  const visits = [];
  for (let [at, stageId] = [createdAt, 'demo']; ; ) {
    const out = way(stageId, (at - START) / DAY_MS, owner);
    let left = random();
    const [toStageId = null] = Object.entries(out?.to ?? {}).find(([, share]) => (left -= share) < 0) ?? [];
    const leavesAt = Math.ceil(at - Math.log(1 - random()) * (out?.meanDays ?? 0) * DAY_MS);
    const exitedAt = toStageId === null || leavesAt > endsAt ? null : leavesAt;
    visits.push({
      pipelineId: 'sales',
      stageId,
      role: 'open' as const,
      enteredAt: at,
      exitedAt,
      exit: exitedAt === null ? ('open' as const) : ('transition' as const),
      toStageId: exitedAt === null ? null : toStageId,
      arrival: 'entered' as const,
      origin: 'person' as const,
      observedFromMs: 0,
      ownerId: `owner-${owner}`,
      visitNumber: 1,
      episode: 1,
      isRegression: false,
      isSkip: false,
    });
    if (exitedAt === null || toStageId === null) return visits;
    [at, stageId] = [exitedAt, toStageId];
  }
}

/** Periods of equal length, one after the other, from START on. */
export function periodsOf(count: number, days: number) {
  return Array.from({ length: count }, (_, place) => ({
    fromAt: START + place * days * DAY_MS,
    toAt: START + (place + 1) * days * DAY_MS,
  }));
}
