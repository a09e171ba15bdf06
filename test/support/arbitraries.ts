import {
  type DealRead,
  type DealRecord,
  mergeDeal,
  type PresentRead,
  type Revision,
} from '@deal-stage-insights/shared';
import fc from 'fast-check';
import { START } from './builders.ts';

const KNOWN_STAGES = [
  'new',
  'demo',
  'waiting',
  'lost',
  'offer',
  'won',
  'thanks',
  'welcome',
  'review',
  'renewed',
  'left',
];
const SOURCES = ['CRM_UI', 'IMPORT', 'AUTOMATION_PLATFORM', 'API', 'MERGE_OBJECTS', 'CALCULATED'];
const MINUTE_MS = 60_000;

/** Few instants and values, so that ties, repeats and overlaps happen all the time. */
const crowdedInstant = fc.integer({ min: 0, max: 12 }).map((minutes) => START + minutes * MINUTE_MS);

function revisionOf(value: fc.Arbitrary<string>): fc.Arbitrary<Revision> {
  return fc.record({ at: crowdedInstant, value, sourceType: fc.constantFrom(...SOURCES) });
}

const windowOf = (value: fc.Arbitrary<string>) => fc.array(revisionOf(value), { maxLength: 6 });

const stageId = fc.constantFrom(...KNOWN_STAGES, 'gone', '', ' demo');

/** Any read at all, however little it fits the others: laws about reads must hold for these too. */
export function anyPresentRead(dealId = '1001'): fc.Arbitrary<PresentRead> {
  return fc.record({
    kind: fc.constant('present' as const),
    dealId: fc.constant(dealId),
    readAt: crowdedInstant,
    createdAt: crowdedInstant,
    lastModifiedAt: crowdedInstant,
    histories: fc.record({
      dealstage: windowOf(stageId),
      hubspot_owner_id: windowOf(fc.constantFrom('', '11', '12')),
      amount: windowOf(fc.constantFrom('', '100', '100.10', '1e3', 'abc')),
      closedate: windowOf(fc.constantFrom('', '2026-03-31', '1774915200000', '2026-04-30T00:00:00Z')),
    }),
    facts: fc.dictionary(fc.constantFrom('dealname', 'dealtype', 'lost_reason'), fc.constantFrom('a', 'b', null)),
    mergedDealIds: fc.constantFrom([], [], [], ['7'], ['7', '8']),
    mergedAt: fc.option(crowdedInstant),
  });
}

export function anyRead(dealId = '1001'): fc.Arbitrary<DealRead> {
  const ids = { dealId: fc.constant(dealId), readAt: crowdedInstant };
  return fc.oneof(
    { arbitrary: anyPresentRead(dealId), weight: 8 },
    { arbitrary: fc.record({ kind: fc.constant('missing' as const), ...ids }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant('deleted' as const), ...ids, deletedAt: crowdedInstant }), weight: 1 },
    {
      arbitrary: fc.record({
        kind: fc.constant('merged' as const),
        ...ids,
        mergedAt: crowdedInstant,
        intoDealId: fc.constantFrom('7', '8'),
      }),
      weight: 1,
    },
  );
}

/** Some deals, each with the reads that were made of it; ids are distinct. */
export const anyDeals: fc.Arbitrary<readonly (readonly DealRead[])[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 8 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.array(anyRead(String(id)), { minLength: 1, maxLength: 4 }))));

/** The records that they leave. */
export const anyRecords: fc.Arbitrary<readonly DealRecord[]> = anyDeals.map((deals) =>
  deals.flatMap((reads) => reads.reduce<DealRecord | null>((stored, read) => mergeDeal(stored, read), null) ?? []),
);
