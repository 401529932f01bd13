import { useId } from 'react';
import { inputLook } from './Field';

/** A time of day, by the browser's own field. Says it when it is whole. */
export function TimeField(props: { label: string; value: string; onChange(time: string): void }) {
  const { label, value, onChange } = props;
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        type="time"
        key={value}
        defaultValue={value}
        onBlur={({ target }) => target.value !== '' && target.value !== value && onChange(target.value)}
        className={`${inputLook} w-32! tabular-nums`}
      />
    </div>
  );
}
