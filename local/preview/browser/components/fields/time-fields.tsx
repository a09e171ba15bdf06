import type { BaseDate, BaseTime, DateInputProps, TimeInputProps } from '@hubspot/ui-extensions';
import { Field } from './Field.tsx';
import { useLocalValue } from './use-local-value.ts';

const two = (part: number) => String(part).padStart(2, '0');

/** HubSpot counts months from 0. */
const dayOf = ({ year, month, date }: BaseDate): string => `${year}-${two(month + 1)}-${two(date)}`;
const timeOf = ({ hours, minutes }: BaseTime): string => `${two(hours)}:${two(minutes)}`;

function dateIn(day: string): (BaseDate & { formattedDate: string }) | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  return { year, month: month - 1, date, formattedDate: day };
}

export function DateInput({
  name,
  value,
  defaultValue,
  min,
  max,
  readOnly = false,
  onChange,
  onBlur,
  ...props
}: DateInputProps) {
  const [day, change] = useLocalValue(
    value === undefined ? undefined : dayOf(value),
    defaultValue === undefined ? '' : dayOf(defaultValue),
  );
  const tell = (listener: typeof onChange, typed: string) => {
    const date = dateIn(typed);
    if (date !== null) listener?.(date);
  };
  return (
    <Field texts={props}>
      {(names) => (
        <input
          className="control"
          type="date"
          name={name}
          value={day}
          readOnly={readOnly}
          {...(min !== undefined && { min: dayOf(min) })}
          {...(max !== undefined && { max: dayOf(max) })}
          onChange={(event) => {
            change(event.target.value);
            tell(onChange, event.target.value);
          }}
          onBlur={(event) => tell(onBlur, event.target.value)}
          {...names}
        />
      )}
    </Field>
  );
}

export function TimeInput({
  name,
  value,
  defaultValue,
  min,
  max,
  readOnly = false,
  onChange,
  ...props
}: TimeInputProps) {
  const first = defaultValue ?? null;
  const [time, change] = useLocalValue(
    value === undefined || value === null ? undefined : timeOf(value),
    first === null ? '' : timeOf(first),
  );
  return (
    <Field texts={props}>
      {(names) => (
        <input
          className="control"
          type="time"
          name={name}
          value={time}
          readOnly={readOnly}
          {...(min !== undefined && { min: timeOf(min) })}
          {...(max !== undefined && { max: timeOf(max) })}
          onChange={(event) => {
            change(event.target.value);
            const [hours, minutes] = event.target.value.split(':').map(Number);
            if (hours !== undefined && minutes !== undefined) onChange?.({ hours, minutes });
          }}
          {...names}
        />
      )}
    </Field>
  );
}
