import { dayOfInput, inputDate } from '@deal-stage-insights/ui';
import { DateInput } from '@hubspot/ui-extensions';
import { useAddressChange } from './use-address-change.ts';

interface DayFilterProps {
  readonly name: 'from' | 'to' | 'asOf';
  readonly label: string;
  readonly day: string | null;
  readonly description?: string;
}

/** One day of the address. */
export function DayFilter({ name, label, day, description }: DayFilterProps) {
  const change = useAddressChange();
  const value = inputDate(day);
  return (
    <DateInput
      label={label}
      name={name}
      format="medium"
      {...(value !== null && { value })}
      {...(description !== undefined && { description })}
      onChange={(chosen) => change({ [name]: dayOfInput(chosen) })}
    />
  );
}
