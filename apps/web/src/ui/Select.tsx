import { type ReactNode, useId } from 'react';
import { classes } from './classes';
import { inputLook } from './Field';
import { Icon } from './Icon';

export interface Option<Id extends string> {
  id: Id;
  label: string;
}

/**
 * One of a few, by the browser's own list: right on every phone, and no code to load. In a form it has a
 * label above it; in a sentence (`inline`) the label is only spoken.
 */
export function Select<Id extends string>(props: {
  label: string;
  options: readonly Option<Id>[];
  value: Id;
  onChange(value: Id): void;
  hint?: ReactNode;
  error?: string | undefined;
  inline?: boolean;
  isDisabled?: boolean;
}) {
  const { label, options, value, onChange, hint, error, inline, isDisabled } = props;
  const id = useId();
  const note = error ?? hint;
  const select = (
    <span className={classes('relative inline-flex min-w-0 items-center', !inline && 'w-full')}>
      <select
        id={id}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value as Id)}
        aria-invalid={error !== undefined}
        {...(inline ? { 'aria-label': label } : {})}
        {...(note ? { 'aria-describedby': `${id}-note` } : {})}
        className={classes(
          'touchable max-w-full cursor-pointer appearance-none truncate field-sizing-content',
          inline
            ? 'rounded-sm bg-transparent pr-5 font-medium text-accent hover:underline'
            : `${inputLook} pr-9!`,
        )}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id} className="bg-sheet text-ink">
            {option.label}
          </option>
        ))}
      </select>
      <Icon
        name="down"
        size={16}
        className={classes('pointer-events-none absolute', inline ? 'right-0 text-accent' : 'right-3')}
      />
    </span>
  );
  if (inline) return select;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {select}
      {note && (
        <p id={`${id}-note`} className={error ? 'text-small text-danger' : 'text-small text-quiet'}>
          {note}
        </p>
      )}
    </div>
  );
}
