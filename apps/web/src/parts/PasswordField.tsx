import { type ReactNode, useState } from 'react';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { TextField } from '~/ui/TextField';

export const LEAST_PASSWORD = 10;

/** A password, which its owner may look at. A new one says its rules before it is typed. */
export function PasswordField(props: {
  isNew: boolean;
  value: string;
  onChange(value: string): void;
  error?: string | undefined;
  name?: string;
  /** Where it is not simply the password: the current one, the new one. */
  label?: ReactNode;
  /** What one came for: has the focus at once. */
  isFirst?: boolean;
}) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextField
        label={props.label ?? <T id="field.password" />}
        {...(props.isNew ? { hint: <T id="field.password-rules" least={LEAST_PASSWORD} /> } : {})}
        name={props.name ?? 'password'}
        type={isShown ? 'text' : 'password'}
        autoComplete={props.isNew ? 'new-password' : 'current-password'}
        isRequired
        autoFocus={props.isFirst ?? false}
        maxLength={200}
        value={props.value}
        onChange={props.onChange}
        error={props.error}
      />
      <Button
        look="quiet"
        className="absolute top-0.75 right-2 min-h-0!"
        aria-pressed={isShown}
        onPress={() => setShown(!isShown)}
      >
        <T id={isShown ? 'field.password-hide' : 'field.password-show'} />
      </Button>
    </div>
  );
}
