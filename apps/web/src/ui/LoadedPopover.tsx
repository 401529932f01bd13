import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { LoadedTrigger } from './LoadedTrigger';
import { popoverLook } from './overlay-looks';
import type { PopoverProps } from './Popover';
import { useStartsOpen } from './use-starts-open';

/** What opens; its code comes with the first press (Popover.tsx), and so it starts open. */
export function LoadedPopover({ children, ...trigger }: PopoverProps) {
  return (
    <DialogTrigger {...useStartsOpen()}>
      <LoadedTrigger {...trigger} />
      <AriaPopover className={popoverLook}>
        <Dialog aria-label={trigger.label} className="p-1 outline-none">
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
