import { NumberInput, type NumberInputProps } from '@hubspot/ui-extensions';

interface NumberFieldProps extends Pick<NumberInputProps, 'label' | 'name' | 'max'> {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number that is not below zero; null: the field is empty. */
export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  return (
    <NumberInput
      {...field}
      min={0}
      {...(value !== null && { value })}
      onChange={(typed) => onChange(typeof typed === 'number' && Number.isFinite(typed) && typed >= 0 ? typed : null)}
    />
  );
}
