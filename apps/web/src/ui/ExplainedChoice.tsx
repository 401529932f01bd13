import { type ReactNode, useId } from 'react';

/** One of a few that need a word of explanation: the browser's own radio buttons, each with its line. */
export function ExplainedChoice<Id extends string>(props: {
  label: ReactNode;
  options: readonly { id: Id; label: ReactNode; text: ReactNode }[];
  value: Id;
  onChange(value: Id): void;
  error?: string | undefined;
}) {
  const { label, options, value, onChange, error } = props;
  const id = useId();
  return (
    <fieldset {...(error ? { 'aria-describedby': `${id}-note` } : {})}>
      <legend className="pb-1 font-medium">{label}</legend>
      {options.map((option) => (
        <div
          key={option.id}
          className="relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5 py-1 coarse:py-2"
        >
          <input
            type="radio"
            id={`${id}-${option.id}-choice`}
            name={id}
            value={option.id}
            checked={value === option.id}
            onChange={() => onChange(option.id)}
            aria-describedby={`${id}-${option.id}`}
            className="mt-0.5 size-5 cursor-pointer accent-accent"
          />
          {/* Only its words name the choice, but the explanation may be pressed as well. */}
          <label
            htmlFor={`${id}-${option.id}-choice`}
            className="cursor-pointer after:absolute after:inset-0"
          >
            {option.label}
          </label>
          <span id={`${id}-${option.id}`} className="col-start-2 text-small text-quiet">
            {option.text}
          </span>
        </div>
      ))}
      {error && (
        <p id={`${id}-note`} className="text-small text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
