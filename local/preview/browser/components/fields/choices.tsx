import type { MultiSelectProps, SelectProps } from '@hubspot/ui-extensions';
import { useId, useState } from 'react';
import { Field } from './Field.tsx';
import { useLocalValue } from './use-local-value.ts';

/** Values may be text, numbers or truth values; a browser's options hold text. So the place in the list stands for the value. */
export function Select({
  options,
  value,
  name,
  placeholder = 'Choose…',
  readOnly = false,
  variant = 'input',
  onChange,
  onInput,
  ...props
}: SelectProps) {
  const place = options.findIndex((option) => option.value === value);
  const [chosen, choose] = useLocalValue(value === undefined ? undefined : String(place), '-1');
  return (
    <Field texts={props}>
      {(names) => (
        <select
          className={`control control-${variant}`}
          value={chosen}
          disabled={readOnly}
          {...(name !== undefined && { name })}
          onChange={(event) => {
            choose(event.target.value);
            const option = options[Number(event.target.value)];
            if (option === undefined) return;
            onInput?.(String(option.value));
            onChange?.(option.value);
          }}
          {...names}
        >
          <option value="-1" disabled>
            {placeholder}
          </option>
          {options.map((option, index) => (
            <option key={String(option.value)} value={index}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function MultiSelect({ options, value, label, readOnly = false, onChange, ...props }: MultiSelectProps) {
  const id = useId();
  const [chosenHere, setChosenHere] = useState(value ?? []);
  const chosen = value ?? chosenHere;
  const toggle = (wanted: string | number | boolean) => {
    const next = chosen.includes(wanted) ? chosen.filter((known) => known !== wanted) : [...chosen, wanted];
    setChosenHere(next);
    onChange?.(next);
  };
  return (
    <fieldset className="field choices">
      {label !== undefined && <legend>{label}</legend>}
      {props.description !== undefined && <div className="field-description">{props.description}</div>}
      {options.map((option, index) => (
        <label key={String(option.value)} htmlFor={`${id}-${index}`}>
          <input
            id={`${id}-${index}`}
            type="checkbox"
            checked={chosen.includes(option.value)}
            disabled={readOnly}
            onChange={() => toggle(option.value)}
          />
          {option.label}
        </label>
      ))}
      {props.validationMessage !== undefined && <div className="field-message">{props.validationMessage}</div>}
    </fieldset>
  );
}
