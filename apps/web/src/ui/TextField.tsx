import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes';
import { FieldFrame, inputLook } from './Field';

type Native = Pick<
  ComponentProps<'input'>,
  'autoComplete' | 'autoFocus' | 'inputMode' | 'maxLength' | 'name' | 'placeholder' | 'type'
>;

export interface TextFieldProps extends Native {
  label: ReactNode;
  value: string;
  onChange?(value: string): void;
  hint?: ReactNode;
  /** What is wrong, in the reader's words; marks the field invalid. */
  error?: string | undefined;
  isRequired?: boolean;
  isReadOnly?: boolean;
  /** More than one line: how many to start with. */
  lines?: number;
  className?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, isRequired, isReadOnly, lines, type, className, onChange, ...rest } = props;
  const id = useId();
  const input = {
    ...rest,
    id,
    readOnly: isReadOnly,
    // For assistive technology only: what is wrong is said in words beside the field, not by the browser's bubbles.
    'aria-required': isRequired || undefined,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': error || hint ? `${id}-note` : undefined,
    onChange: ({ target }: { target: { value: string } }) => onChange?.(target.value),
  };
  return (
    <div className={classes('flex flex-col gap-1', className)}>
      <FieldFrame id={id} label={label} hint={hint} error={error}>
        {lines ? (
          <textarea {...input} rows={lines} className={classes(inputLook, 'field-sizing-content')} />
        ) : (
          <input {...input} type={type} className={inputLook} />
        )}
      </FieldFrame>
    </div>
  );
}
