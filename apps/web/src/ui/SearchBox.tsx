import { useId } from 'react';
import { inputLook } from './Field';
import { Icon } from './Icon';

/** A line to look for something; its label is spoken, and shown inside while it is empty. */
export function SearchBox(props: {
  label: string;
  value: string;
  onChange(value: string): void;
  autoFocus?: boolean;
}) {
  const id = useId();
  return (
    <span className="relative flex w-full items-center">
      <Icon name="search" size={18} className="pointer-events-none absolute left-3 text-quiet" />
      <input
        id={id}
        type="search"
        aria-label={props.label}
        placeholder={props.label}
        value={props.value}
        maxLength={100}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: only where looking for somebody is all there is to do.
        autoFocus={props.autoFocus}
        onChange={(event) => props.onChange(event.target.value)}
        className={`${inputLook} pl-9`}
      />
    </span>
  );
}
