import { Input, Select } from '@hubspot/ui-extensions';
import { TEST_FILTERS_MAX, type TestDealForm, testDealsSection } from '../forms/deals.ts';
import { useDealsMessages } from '../messages/deals.ts';
import { choosing, optionsOf } from './choices.ts';
import { Rows } from './Rows.tsx';
import { SectionForm } from './SectionForm.tsx';

const MATCHES = ['is', 'contains'] as const;
const NEW_FILTER: TestDealForm = { property: 'dealname', match: 'contains', values: '' };

/** Deals that are in no figure. */
export function TestDealsSection() {
  const { testDeals: words } = useDealsMessages();
  return (
    <SectionForm spec={testDealsSection} title={words.title} about={words.about}>
      {({ draft, change, at }) => (
        <Rows
          rows={draft.filters}
          none={words.none}
          add={words.add}
          removeLabel={words.remove}
          newRow={NEW_FILTER}
          most={TEST_FILTERS_MAX}
          onChange={(filters) => change({ filters })}
        >
          {(filter, place, replace) => (
            <>
              <Input
                label={words.property(place + 1)}
                name={`filter-${place}`}
                value={filter.property}
                {...at(`filters.${place}.property`)}
                onInput={(property) => replace({ ...filter, property: property.trim() })}
              />
              <Select
                label={words.match(place + 1)}
                name={`filter-match-${place}`}
                value={filter.match}
                options={optionsOf(MATCHES, words.matches)}
                onChange={choosing(MATCHES, (match) => replace({ ...filter, match }))}
              />
              <Input
                label={words.values(place + 1)}
                name={`filter-values-${place}`}
                value={filter.values}
                {...at(`filters.${place}.values`)}
                onInput={(values) => replace({ ...filter, values })}
              />
            </>
          )}
        </Rows>
      )}
    </SectionForm>
  );
}
