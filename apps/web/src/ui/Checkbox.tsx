import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { classes } from './classes';
import { Icon } from './Icon';

export function Checkbox(props: {
  isChecked: boolean;
  onChange(checked: boolean): void;
  isDisabled?: boolean;
  /** Without words of its own: what it is about, spoken. */
  label?: string;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <AriaCheckbox
      isSelected={props.isChecked}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      {...(props.label ? { 'aria-label': props.label } : {})}
      className={classes(
        'group inline-flex min-h-6 min-w-6 cursor-pointer items-start gap-2.5 coarse:-m-2 coarse:p-2',
        props.className,
      )}
    >
      <span className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-sm border-2 border-edge text-on-accent group-selected:border-accent group-selected:bg-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent">
        {props.isChecked && <Icon name="tick" size={16} />}
      </span>
      {props.children}
    </AriaCheckbox>
  );
}
