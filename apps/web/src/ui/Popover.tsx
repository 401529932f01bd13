import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { popoverLook } from './Menu';

/** A button (`trigger`) that opens something small beside it. */
export function Popover(props: {
  label: string;
  trigger: ReactNode;
  isOpen?: boolean;
  onOpenChange?(open: boolean): void;
  children: ReactNode;
}) {
  const { label, trigger, children, ...state } = props;
  return (
    <DialogTrigger {...state}>
      {trigger}
      <AriaPopover className={popoverLook}>
        <Dialog aria-label={label} className="p-1 outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
