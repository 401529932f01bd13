import { lazy, type ReactNode } from 'react';
import { OpensLater } from './OpensLater';
import type { TriggerLook } from './Trigger';

const load = () => import('./LoadedPopover');
const LoadedPopover = lazy(() => load().then((it) => ({ default: it.LoadedPopover })));

export interface PopoverProps extends TriggerLook {
  children(close: () => void): ReactNode;
}

/** A button that opens something small beside it. */
export function Popover(props: PopoverProps) {
  const { children: _, ...look } = props;
  return (
    <OpensLater look={look} opens="dialog" load={load}>
      <LoadedPopover {...props} />
    </OpensLater>
  );
}
