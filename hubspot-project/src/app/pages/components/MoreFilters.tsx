import { Column } from '@deal-stage-insights/ui';
import { Accordion, AutoGrid, Button, Select } from '@hubspot/ui-extensions';
import { bandEnds, bandOf, type FilterName } from '../address/filters.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useAddress, useNamedValues } from '../page-context.tsx';
import { DayFilter } from './DayFilter.tsx';
import { NumberField } from './NumberField.tsx';
import { useAddressChange } from './use-address-change.ts';

const FIELD_WIDTH_PX = 200;
const ADVANCED = ['asOf', 'dealType', 'source', 'amountBand'] as const;

/** The filters that are needed now and then; open when one of them is set. */
export function MoreFilters({ names }: { readonly names: readonly FilterName[] }) {
  const { filters } = useFrameMessages();
  const address = useAddress();
  const change = useAddressChange();
  const offered = ADVANCED.filter((name) => names.includes(name));
  const set = offered.filter((name) => address[name] !== null);
  if (offered.length === 0) return null;
  return (
    <Accordion title={filters.more(set.length)} size="sm" defaultOpen={set.length > 0}>
      <Column align="start">
        <AutoGrid columnWidth={FIELD_WIDTH_PX} gap="md">
          {offered.includes('dealType') && <ChoiceFilter name="dealType" />}
          {offered.includes('source') && <ChoiceFilter name="source" />}
          {offered.includes('amountBand') && <AmountFilter />}
          {offered.includes('asOf') && (
            <DayFilter name="asOf" label={filters.asOf} day={address.asOf} description={filters.asOfDescription} />
          )}
        </AutoGrid>
        {set.length > 0 && (
          <Button
            size="xs"
            variant="transparent"
            onClick={() => change({ asOf: null, dealType: null, source: null, amountBand: null })}
          >
            {filters.clear}
          </Button>
        )}
      </Column>
    </Accordion>
  );
}

const ANY = '';

/** A property with HubSpot's own values, and the one of the address where it is another. */
function ChoiceFilter({ name }: { readonly name: 'dealType' | 'source' }) {
  const { filters } = useFrameMessages();
  const asked = useAddress()[name];
  const change = useAddressChange();
  const names = useNamedValues(name);
  const values = [...new Set([...names.keys(), ...(asked === null ? [] : [asked])])];
  return (
    <Select
      label={filters[name]}
      name={name}
      value={asked ?? ANY}
      options={[
        { label: filters.any, value: ANY },
        ...values.map((value) => ({ label: names.get(value) ?? value, value })),
      ]}
      onChange={(value) => change({ [name]: value === ANY ? null : String(value) })}
    />
  );
}

function AmountFilter() {
  const { filters } = useFrameMessages();
  const { from, to } = bandEnds(useAddress().amountBand);
  const change = useAddressChange();
  return (
    <>
      <NumberField
        label={filters.amountFrom}
        name="amountFrom"
        value={from}
        onChange={(amount) => change({ amountBand: bandOf(wholeOf(amount), to) })}
      />
      <NumberField
        label={filters.amountTo}
        name="amountTo"
        value={to}
        onChange={(amount) => change({ amountBand: bandOf(from, wholeOf(amount)) })}
      />
    </>
  );
}

const wholeOf = (amount: number | null) => amount && Math.round(amount);
