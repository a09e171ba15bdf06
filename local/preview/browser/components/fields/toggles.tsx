import type { CheckboxProps, RadioButtonProps, ToggleGroupProps, ToggleProps } from '@hubspot/ui-extensions';
import { type ReactNode, useId, useState } from 'react';
import { classes } from '../sizes.ts';
import { useLocalValue } from './use-local-value.ts';

type MarkProps = (CheckboxProps | RadioButtonProps) & {
  readonly type: 'checkbox' | 'radio';
  readonly 'aria-label'?: string;
};

function Mark({
  type,
  checked,
  initialIsChecked = false,
  value = '',
  name,
  readOnly,
  readonly,
  description,
  inline = false,
  onChange,
  children,
  ...rest
}: MarkProps) {
  const id = useId();
  const [isChecked, change] = useLocalValue(checked, initialIsChecked);
  return (
    <div className={classes('choice', inline && 'choice-inline')}>
      <input
        id={id}
        type={type}
        checked={isChecked}
        value={value}
        disabled={readOnly ?? readonly ?? false}
        {...(name !== undefined && { name })}
        {...(rest['aria-label'] !== undefined && { 'aria-label': rest['aria-label'] })}
        {...(description !== undefined && { 'aria-describedby': `${id}-description` })}
        onChange={(event) => {
          change(event.target.checked);
          onChange?.(event.target.checked, value);
        }}
      />
      <label htmlFor={id}>{children}</label>
      {description !== undefined && (
        <div className="field-description" id={`${id}-description`}>
          {description}
        </div>
      )}
    </div>
  );
}

export const Checkbox = (props: CheckboxProps) => <Mark {...props} type="checkbox" />;
export const RadioButton = (props: RadioButtonProps) => <Mark {...props} type="radio" />;

export function Toggle({
  label,
  checked,
  initialIsChecked = false,
  readOnly,
  readonly,
  labelDisplay = 'inline',
  textChecked = 'ON',
  textUnchecked = 'OFF',
  onChange,
}: ToggleProps) {
  const labelId = useId();
  const [isOn, change] = useLocalValue(checked, initialIsChecked);
  return (
    <div className={`choice toggle-${labelDisplay}`}>
      <span id={labelId} className={classes(labelDisplay === 'hidden' && 'visually-hidden')}>
        {label}
      </span>
      <button
        type="button"
        role="switch"
        className="toggle"
        aria-checked={isOn}
        aria-labelledby={labelId}
        disabled={readOnly ?? readonly ?? false}
        onClick={() => {
          change(!isOn);
          onChange?.(!isOn);
        }}
      >
        <span aria-hidden="true">{isOn ? textChecked : textUnchecked}</span>
      </button>
    </div>
  );
}

export function ToggleGroup(props: ToggleGroupProps) {
  const id = useId();
  const { name, label, options, toggleType, value, inline = false, validationMessage, required = false } = props;
  const atFirst = options.filter((option) => option.initialIsChecked === true).map((option) => option.value);
  const [chosenHere, setChosenHere] = useState<readonly string[]>(atFirst);
  const chosen = value === undefined ? chosenHere : [value].flat();
  const isRadio = toggleType === 'radioButtonList';
  const toggle = (wanted: string) => {
    const next = isRadio
      ? [wanted]
      : chosen.includes(wanted)
        ? chosen.filter((one) => one !== wanted)
        : [...chosen, wanted];
    setChosenHere(next);
    if (props.onChange !== undefined) Reflect.apply(props.onChange, undefined, [isRadio ? wanted : next]);
  };
  const item = (option: ToggleGroupProps['options'][number], index: number): ReactNode => (
    <div key={option.value} className={classes('choice', inline && 'choice-inline')}>
      <input
        id={`${id}-${index}`}
        type={isRadio ? 'radio' : 'checkbox'}
        name={name}
        value={option.value}
        checked={chosen.includes(option.value)}
        disabled={option.readOnly ?? option.readonly ?? false}
        onChange={() => toggle(option.value)}
      />
      <label htmlFor={`${id}-${index}`}>{option.label}</label>
      {option.description !== undefined && <div className="field-description">{option.description}</div>}
    </div>
  );
  return (
    <fieldset className="field choices">
      <legend>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </legend>
      {options.map(item)}
      {validationMessage !== undefined && <div className="field-message">{validationMessage}</div>}
    </fieldset>
  );
}
