import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';

export const inputLook =
  'w-full rounded-md border border-edge bg-sheet px-3 py-2 placeholder:text-quiet ' +
  'invalid:border-danger disabled:opacity-60 coarse:min-h-11';

/** What stands round an input: its label above, then a hint or what is wrong with it. */
export function FieldFrame(props: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}) {
  const { label, hint, error, children } = props;
  return (
    <>
      <Label className="font-medium">{label}</Label>
      {children}
      {hint && !error && (
        <Text slot="description" className="text-small text-quiet">
          {hint}
        </Text>
      )}
      <FieldError className="text-small text-danger">{error}</FieldError>
    </>
  );
}
