import { type ReactNode, useId } from 'react';
import { classes } from '../sizes.ts';

export interface FieldTexts {
  readonly label?: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly required?: boolean;
  readonly error?: boolean;
  readonly validationMessage?: string;
}

/** What the control inside must carry to be named and described. */
export interface ControlNames {
  readonly id: string;
  readonly required: boolean;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}

/** Label, description, control and message of a field. */
export function Field({
  texts,
  children,
}: {
  readonly texts: FieldTexts;
  readonly children: (names: ControlNames) => ReactNode;
}) {
  const id = useId();
  const { label, description, tooltip, required = false, error = false, validationMessage } = texts;
  const describedBy = classes(
    (description !== undefined || tooltip !== undefined) && `${id}-description`,
    validationMessage !== undefined && `${id}-message`,
  );
  return (
    <div className={classes('field', error && 'field-error')}>
      {label !== undefined && (
        <label htmlFor={id}>
          {label}
          {required && <span aria-hidden="true"> *</span>}
        </label>
      )}
      {(description !== undefined || tooltip !== undefined) && (
        <div className="field-description" id={`${id}-description`}>
          {[description, tooltip].filter((text) => text !== undefined).join(' ')}
        </div>
      )}
      {children({
        id,
        required,
        'aria-invalid': error,
        ...(describedBy !== '' && { 'aria-describedby': describedBy }),
      })}
      {validationMessage !== undefined && (
        <div className="field-message" id={`${id}-message`}>
          {validationMessage}
        </div>
      )}
    </div>
  );
}
