import type { CurrencyInputProps, NumberInputProps, StepperInputProps } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { Field } from './Field.tsx';
import { useLocalValue } from './use-local-value.ts';

type NumberFieldProps = NumberInputProps & { readonly step?: number; readonly unit?: ReactNode };

/** Text in, numbers out: what is no number yet stays in the field and is not sent. */
function NumberField({
  name,
  value,
  defaultValue,
  min,
  max,
  precision,
  step,
  unit,
  readOnly = false,
  textAlign = 'left',
  ...props
}: NumberFieldProps) {
  const [text, change] = useLocalValue(value === undefined ? undefined : String(value), String(defaultValue ?? ''));
  const numberIn = (typed: string): number | null => {
    const number = Number(typed);
    return typed.trim() === '' || Number.isNaN(number) ? null : Number(number.toFixed(precision ?? 12));
  };
  const tell = (listener: ((value: number) => void) | undefined, typed: string) => {
    const number = numberIn(typed);
    if (number !== null) listener?.(number);
  };
  return (
    <Field texts={props}>
      {(names) => (
        <span className="control-with-button">
          <input
            className="control"
            type="number"
            name={name}
            value={text}
            readOnly={readOnly}
            style={{ textAlign }}
            step={step ?? 'any'}
            {...(min !== undefined && { min })}
            {...(max !== undefined && { max })}
            {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
            onChange={(event) => {
              change(event.target.value);
              tell(props.onInput, event.target.value);
            }}
            onFocus={() => tell(props.onFocus, text)}
            onBlur={(event) => {
              tell(props.onChange, event.target.value);
              tell(props.onBlur, event.target.value);
            }}
            {...names}
          />
          {unit}
        </span>
      )}
    </Field>
  );
}

export function NumberInput(props: NumberInputProps) {
  return <NumberField {...props} unit={props.formatStyle === 'percentage' ? '%' : undefined} />;
}

export function CurrencyInput({ currency = 'USD', ...props }: CurrencyInputProps) {
  return <NumberField {...props} unit={currency} />;
}

export function StepperInput({
  stepSize = 1,
  minValueReachedTooltip: _min,
  maxValueReachedTooltip: _max,
  ...props
}: StepperInputProps) {
  return <NumberField {...props} step={stepSize} />;
}
