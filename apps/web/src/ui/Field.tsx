import type { ReactNode } from 'react';

export const inputLook =
  'w-full rounded-md border border-edge bg-sheet px-3 py-2 placeholder:text-quiet ' +
  'invalid:border-danger disabled:opacity-60 coarse:min-h-11';

/** What stands round an input: its label above, then a hint or what is wrong with it. */
export function FieldFrame(props: {
  /** Of the input; what describes it is called `<id>-note`. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}) {
  const { id, label, hint, error, children } = props;
  const note = error || hint;
  return (
    <>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {note && (
        <span id={`${id}-note`} className={error ? 'text-small text-danger' : 'text-small text-quiet'}>
          {note}
        </span>
      )}
    </>
  );
}
