import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';

export const popoverLook =
  'min-w-44 max-w-[min(24rem,calc(100vw-1rem))] rounded-lg border border-line bg-sheet p-1 text-ink ' +
  'transition-opacity entering:opacity-0 exiting:opacity-0 outline-none';

export const optionLook =
  'flex cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1.5 coarse:min-h-11 outline-none ' +
  'focused:bg-accent-wash selected:font-medium disabled:opacity-50';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  isDanger?: boolean;
  href?: string;
  onAction?(): void;
}

/** A button (the child) that opens a list of things to do. Entries that are false are left out. */
export function Menu(props: {
  label: string;
  entries: (MenuEntry | false | undefined)[];
  children: ReactNode;
}) {
  const entries = props.entries.filter((entry): entry is MenuEntry => Boolean(entry));
  return (
    <MenuTrigger>
      {props.children}
      <Popover className={popoverLook} placement="bottom end">
        <AriaMenu aria-label={props.label} items={entries} className="outline-none">
          {(entry) => (
            <AriaMenuItem
              id={entry.id}
              textValue={entry.label}
              onAction={() => entry.onAction?.()}
              {...(entry.href ? { href: entry.href } : {})}
              className={classes(optionLook, entry.isDanger && 'text-danger')}
            >
              {entry.icon && <Icon name={entry.icon} size={18} />}
              {entry.label}
            </AriaMenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
