import type { EpochMs, Revision } from '@deal-stage-insights/shared';
import type { PortalSeed, SeedDeal, SeedOwner } from '../portal-seed.ts';
import type { LogStage } from './log-stages.ts';
import type { LoggedDeal, LoggedHistory, LoggedTransition } from './logged-deal.ts';

export interface HistoryLog {
  readonly histories: readonly LoggedHistory[];
  readonly deals: ReadonlyMap<string, LoggedDeal>;
  readonly stages: readonly LogStage[];
  readonly label: string;
}

const PIPELINE_ID = 'default';

/** A log as the HubSpot account it could have come from: each stage change a revision of `dealstage`. */
export function portalSeedFromLog(log: HistoryLog): PortalSeed {
  const owners = ownersOf(log);
  const ownerIds = new Map(owners.map((owner, index) => [ownerNames(log)[index] ?? '', owner.ownerId]));
  return {
    portalId: '1',
    timeZone: 'UTC',
    currency: 'EUR',
    endsAt: lastInstant(log.histories),
    teams: [],
    owners,
    pipelines: [
      {
        pipelineId: PIPELINE_ID,
        label: log.label,
        stages: log.stages.map(({ stageId, label, role, probability }) => ({
          stageId,
          label,
          probability,
          isClosed: role !== 'open',
        })),
      },
    ],
    deals: seedDeals(log, ownerIds),
    dealCount: log.histories.length,
  };
}

function lastInstant(histories: readonly LoggedHistory[]): EpochMs {
  let last = 0;
  for (const { transitions } of histories) last = Math.max(last, transitions.at(-1)?.at ?? 0);
  return last;
}

const ownerNames = (log: HistoryLog): readonly string[] =>
  [...new Set([...log.deals.values()].map(({ owner }) => owner).filter((owner) => owner !== ''))].toSorted();

const ownersOf = (log: HistoryLog): readonly SeedOwner[] =>
  ownerNames(log).map((name, index) => ({
    ownerId: String(1001 + index),
    userId: String(5001 + index),
    email: `owner-${1001 + index}@example.com`,
    firstName: 'Owner',
    lastName: name,
    teamIds: [],
    isArchived: false,
  }));

function* seedDeals(log: HistoryLog, ownerIds: ReadonlyMap<string, string>): Generator<SeedDeal> {
  for (const history of log.histories) {
    const deal = log.deals.get(history.dealId);
    yield seedDeal(history, deal, ownerIds.get(deal?.owner ?? '') ?? '');
  }
}

function seedDeal({ dealId, transitions }: LoggedHistory, deal: LoggedDeal | undefined, ownerId: string): SeedDeal {
  const firstAt = transitions[0]?.at ?? 0;
  // A creation instant from another column may lie some ms after the first change: a deal begins with its first change.
  const createdAt = Math.min(deal?.createdAt ?? firstAt, firstAt);
  const last = transitions.at(-1);
  const amount = deal?.amount === null || deal?.amount === undefined ? '' : String(deal.amount);
  const known = { hubspot_owner_id: ownerId, amount };
  return {
    dealId,
    createdAt,
    lastModifiedAt: last?.at ?? createdAt,
    properties: { dealname: `Deal ${dealId}`, pipeline: PIPELINE_ID, dealstage: last?.toStage ?? '', ...known },
    histories: {
      dealstage: transitions.map(stageRevision),
      pipeline: [{ at: firstAt, value: PIPELINE_ID, sourceType: 'API' }],
      ...Object.fromEntries(
        Object.entries(known)
          .filter(([, value]) => value !== '')
          .map(([property, value]) => [property, [{ at: createdAt, value, sourceType: 'API' }]]),
      ),
    },
  };
}

const stageRevision = ({ at, toStage }: LoggedTransition): Revision => ({ at, value: toStage, sourceType: 'API' });
