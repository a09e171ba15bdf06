import {
  DAY_MS,
  type PipelineView,
  type PresentRead,
  type Random,
  type Revision,
  seededRandom,
} from '@deal-stage-insights/shared';

const FROM = Date.UTC(2024, 0, 1);
const STAGES = ['new', 'demo', 'waiting', 'offer', 'terms', 'won', 'lost'];

/** A pipeline of five open stages, won and lost. */
export const BENCH_PIPELINE: PipelineView = {
  pipelineId: 'sales',
  label: 'Sales',
  stages: STAGES.map((stageId, displayOrder) => ({
    stageId,
    label: stageId,
    role: stageId === 'won' ? 'won' : stageId === 'lost' ? 'lost' : 'open',
    displayOrder,
    typedProbability: displayOrder / STAGES.length,
    isUnknown: false,
  })),
};

export const BENCH_NOW = FROM + 730 * DAY_MS;

/** Reads of deals that began over two years: each open stage takes days, then it goes on, and now and then to lost. */
export function* someDealReads(count: number): Generator<PresentRead> {
  const random = seededRandom(7);
  for (let id = 1; id <= count; id += 1) {
    const createdAt = Math.floor(FROM + random() * 725 * DAY_MS);
    const dealstage = stagesFrom(createdAt, random);
    yield {
      kind: 'present',
      dealId: String(10_000_000_000 + id),
      readAt: BENCH_NOW,
      createdAt,
      lastModifiedAt: dealstage.at(-1)?.at ?? createdAt,
      histories: {
        dealstage,
        hubspot_owner_id: [{ at: createdAt, value: String(500 + (id % 12)), sourceType: 'CRM_UI' }],
        amount: [{ at: createdAt, value: String(1000 + (id % 90) * 100), sourceType: 'CRM_UI' }],
        closedate: [{ at: createdAt, value: String(createdAt + 60 * DAY_MS), sourceType: 'CRM_UI' }],
      },
      facts: { dealname: `Deal ${id}`, dealtype: 'newbusiness', hs_analytics_source: 'DIRECT_TRAFFIC' },
      mergedDealIds: [],
      mergedAt: null,
    };
  }
}

function stagesFrom(createdAt: number, random: Random): Revision[] {
  const revisions: Revision[] = [];
  let at = createdAt;
  for (let stage = 0; at < BENCH_NOW; stage += 1) {
    const value = STAGES[stage] ?? 'lost';
    revisions.push({ at, value, sourceType: 'CRM_UI' });
    if (value === 'won' || value === 'lost') break;
    at = Math.floor(at + -Math.log(1 - random()) * 12 * DAY_MS + 1);
    if (random() < 0.15) stage = STAGES.indexOf('lost') - 1;
  }
  return revisions;
}
