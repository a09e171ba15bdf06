import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import type { ChangeEvent, FocusEvent, KeyboardEvent } from 'react';
import { Field } from './Field.tsx';
import { useLocalValue } from './use-local-value.ts';

type TextFieldProps = Pick<
  InputProps,
  'name' | 'value' | 'defaultValue' | 'placeholder' | 'readOnly' | 'onInput' | 'onChange' | 'onBlur' | 'onFocus'
>;
type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** `onInput` at every key, `onChange` when the field is left or Enter is pressed, as HubSpot does. */
function useTextControl({ name, value, defaultValue, placeholder, readOnly = false, ...on }: TextFieldProps) {
  const [text, change] = useLocalValue(value, defaultValue ?? '');
  return {
    change,
    attributes: {
      name,
      readOnly,
      value: text,
      ...(placeholder !== undefined && { placeholder }),
      onChange: (event: ChangeEvent<TextElement>) => {
        change(event.target.value);
        on.onInput?.(event.target.value);
      },
      onFocus: () => on.onFocus?.(text),
      onBlur: (event: FocusEvent<TextElement>) => {
        on.onChange?.(event.target.value);
        on.onBlur?.(event.target.value);
      },
      onKeyDown: (event: KeyboardEvent<TextElement>) => {
        if (event.key === 'Enter') on.onChange?.(event.currentTarget.value);
      },
    },
  };
}

export function Input({ type = 'text', ...props }: InputProps) {
  const { attributes } = useTextControl(props);
  return <Field texts={props}>{(names) => <input className="control" type={type} {...attributes} {...names} />}</Field>;
}

export function TextArea({ rows = 3, cols, maxLength, resize = 'vertical', ...props }: TextAreaProps) {
  const { attributes } = useTextControl(props);
  return (
    <Field texts={props}>
      {(names) => (
        <textarea
          className="control"
          rows={rows}
          style={{ resize }}
          {...(cols !== undefined && { cols })}
          {...(maxLength !== undefined && { maxLength })}
          {...attributes}
          {...names}
        />
      )}
    </Field>
  );
}

export function SearchInput({ clearable = true, ...props }: SearchInputProps) {
  const { attributes, change } = useTextControl(props);
  const clear = () => {
    change('');
    props.onInput?.('');
    props.onChange?.('');
  };
  return (
    <Field texts={props}>
      {(names) => (
        <span className="control-with-button">
          <input className="control" type="text" role="searchbox" {...attributes} {...names} />
          {clearable && attributes.value !== '' && (
            <button type="button" className="remove" aria-label="Clear" onClick={clear}>
              ×
            </button>
          )}
        </span>
      )}
    </Field>
  );
}
