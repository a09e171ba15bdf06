import type { Settings, TestDealFilter } from '@deal-stage-insights/shared';
import { check, faultsOf, listIn } from '../edit/faults.ts';
import { plainSection, sectionSpec } from '../edit/section-spec.ts';

export const SEGMENTS_MAX = 5;
export const TEST_FILTERS_MAX = 10;

export const segmentsSection = plainSection('segments', ({ properties }) =>
  faultsOf(
    properties.flatMap(({ property, label }, place) => [
      [`properties.${place}.property`, check.property(property)],
      [
        `properties.${place}.property`,
        check.once(
          properties.map((each) => each.property),
          place,
        ),
      ],
      [`properties.${place}.label`, check.filled(label)],
    ]),
  ),
);

/** The values of a filter in one field, with commas between them. */
export type TestDealForm = Omit<TestDealFilter, 'values'> & { readonly values: string };

export const testDealsSection = sectionSpec('testDeals', {
  formOf: ({ filters }: Settings['testDeals']): { readonly filters: readonly TestDealForm[] } => ({
    filters: filters.map((filter): TestDealForm => ({ ...filter, values: filter.values.join(', ') })),
  }),
  valueOf: ({ filters }: { readonly filters: readonly TestDealForm[] }): Settings['testDeals'] => ({
    filters: filters.map((filter) => ({ ...filter, values: listIn(filter.values) })),
  }),
  faultsOf: ({ filters }: { readonly filters: readonly TestDealForm[] }) =>
    faultsOf(
      filters.flatMap(({ property, values }, place) => [
        [`filters.${place}.property`, check.property(property)],
        [`filters.${place}.values`, check.filled(listIn(values).join(''))],
      ]),
    ),
});
