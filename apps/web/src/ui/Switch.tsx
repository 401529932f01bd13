import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';

/** On or off, at once: for settings that need no saving. */
export function Switch(props: {
  isOn: boolean;
  onChange(on: boolean): void;
  isDisabled?: boolean;
  children: ReactNode;
}) {
  return (
    <AriaSwitch
      isSelected={props.isOn}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      className="group touchable flex cursor-pointer items-center gap-3"
    >
      <span className="flex h-6 w-10 shrink-0 items-center rounded-full border-2 border-edge p-0.5 transition-colors group-selected:border-accent group-selected:bg-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent">
        <span className="size-4 rounded-full bg-edge transition-transform group-selected:translate-x-4 group-selected:bg-on-accent" />
      </span>
      {props.children}
    </AriaSwitch>
  );
}
