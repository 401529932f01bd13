import type { ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
} from 'react-aria-components/TextField';
import { classes } from './classes';
import { FieldFrame, inputLook } from './Field';

export interface TextFieldProps extends Omit<AriaProps, 'children' | 'className' | 'style'> {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in the reader's words; marks the field invalid. */
  error?: string | undefined;
  placeholder?: string;
  /** More than one line: how many to start with. */
  lines?: number;
  className?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, placeholder, lines, className, ...rest } = props;
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classes('flex flex-col gap-1', className)}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        {lines ? (
          <TextArea
            rows={lines}
            placeholder={placeholder}
            className={classes(inputLook, 'field-sizing-content')}
          />
        ) : (
          <Input placeholder={placeholder} className={inputLook} />
        )}
      </FieldFrame>
    </AriaTextField>
  );
}
