import type { PipelineView, PresentRead } from '@deal-stage-insights/shared';
import type { DealSource, SearchPage } from '../../functions/ports/deal-source.ts';
import { aDealRead, CARE, SALES } from './builders.ts';

const PAGE = 200; // HubSpot's limit.

export interface FakePortal extends DealSource {
  put(read: PresentRead): void;
  pipelines: readonly PipelineView[];
}

/** An account in memory that answers reads and searches as HubSpot does; deals it does not hold are missing. */
export function fakePortal(reads: readonly PresentRead[]): FakePortal {
  const deals = new Map(reads.map((read) => [read.dealId, read]));
  const search = (
    instant: 'createdAt' | 'lastModifiedAt',
    window: { readonly from: number; readonly to: number },
    after: string | null,
  ): SearchPage => {
    const left = [...deals.values()]
      .filter((deal) => deal[instant] >= window.from && deal[instant] < window.to)
      .filter(({ dealId }) => after === null || Number(dealId) > Number(after))
      .toSorted((one, other) => Number(one.dealId) - Number(other.dealId));
    const page = left.slice(0, PAGE).map(({ dealId, lastModifiedAt }) => ({ dealId, lastModifiedAt }));
    return { total: left.length, deals: page, after: left.length > PAGE ? (page.at(-1)?.dealId ?? null) : null };
  };
  return {
    pipelines: [SALES, CARE],
    put: (read) => void deals.set(read.dealId, read),
    readDeals: async (ids) => ids.map((dealId) => deals.get(dealId) ?? { kind: 'missing', dealId, readAt: 0 }),
    searchCreated: async (window, after) => search('createdAt', window, after),
    searchModified: async (window, after) => search('lastModifiedAt', window, after),
    async readPipelines() {
      return this.pipelines;
    },
    readPeople: async () => ({
      owners: [{ ownerId: '11', userId: '9011', teamIds: [], isArchived: false }],
      teams: [],
    }),
    readAccount: async () => ({ portalId: '62515', timeZone: 'Europe/Berlin', currency: 'EUR' }),
  };
}

/** Deals created one every `gapMs`, ids counting from 1. */
export function someReads(count: number, { from, gapMs }: { from: number; gapMs: number }): readonly PresentRead[] {
  return Array.from({ length: count }, (_, index) => {
    const at = from + index * gapMs;
    const histories = { dealstage: [{ at, value: 'new', sourceType: 'CRM_UI' }] };
    return aDealRead({ dealId: String(index + 1), createdAt: at, lastModifiedAt: at, histories });
  });
}
