import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classes } from './classes';
import { Icon } from './Icon';
import { LoadedTrigger } from './LoadedTrigger';
import type { MenuProps } from './Menu';
import { optionLook, popoverLook } from './overlay-looks';
import { useStartsOpen } from './use-starts-open';

/** The menu itself; its code comes with the first press (Menu.tsx), and so it starts open. */
export function LoadedMenu({ entries, ...trigger }: MenuProps) {
  const shown = entries().filter((entry) => entry !== false && entry !== undefined);
  return (
    <MenuTrigger {...useStartsOpen()}>
      <LoadedTrigger {...trigger} />
      <Popover className={popoverLook} placement="bottom end">
        <AriaMenu aria-label={trigger.label} items={shown} className="outline-none">
          {(entry) => (
            <MenuItem
              id={entry.id}
              textValue={entry.label}
              onAction={() => entry.onAction?.()}
              {...(entry.href ? { href: entry.href } : {})}
              className={classes(optionLook, entry.isDanger && 'text-danger')}
            >
              {entry.icon && <Icon name={entry.icon} size={18} />}
              {entry.label}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
