import { Select } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { PERIOD_LENGTHS, periodChoice, periodDays, plusDays } from '../address/period.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useAddress, useToday } from '../page-context.tsx';
import { DayFilter } from './DayFilter.tsx';
import { useAddressChange } from './use-address-change.ts';

/** The period: one of a usual length that ends today, or days of one's own. */
export function PeriodFilter() {
  const { filters } = useFrameMessages();
  const { from, to } = useAddress();
  const today = useToday();
  const change = useAddressChange();
  const [wantsOwn, setWantsOwn] = useState(false);
  if (today === null) return null;
  const asked = periodChoice(from, to, today);
  const shown = wantsOwn ? 'own' : asked;
  const choose = (value: unknown) => {
    setWantsOwn(value === 'own');
    if (typeof value === 'number') change(periodDays(value, today));
  };
  return (
    <>
      <Select
        label={filters.period}
        name="period"
        value={shown}
        options={[
          ...PERIOD_LENGTHS.map((days) => ({ label: filters.lastDays(days), value: days })),
          { label: filters.ownPeriod, value: 'own' },
        ]}
        onChange={choose}
      />
      {shown === 'own' && (
        <>
          <DayFilter name="from" label={filters.from} day={from ?? plusDays(today, -90)} />
          <DayFilter name="to" label={filters.to} day={to ?? today} description={filters.toDescription} />
        </>
      )}
    </>
  );
}
