import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';

/** One of two or three, all to be seen: the chosen one is filled. */
export function Choice<Id extends string>(props: {
  label: string;
  options: readonly { id: Id; label: string; lang?: string }[];
  value: Id;
  onChange(id: Id): void;
}) {
  const { label, options, value, onChange } = props;
  return (
    <RadioGroup
      value={value}
      onChange={(id) => onChange(id as Id)}
      orientation="horizontal"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5"
    >
      <Label className="font-medium">{label}</Label>
      <div className="inline-flex rounded-full border border-edge p-0.5">
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className="touchable inline-flex cursor-pointer items-center justify-center rounded-full px-3.5 text-quiet transition-colors hover:text-ink selected:bg-accent selected:font-medium selected:text-on-accent"
          >
            <span lang={option.lang}>{option.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
