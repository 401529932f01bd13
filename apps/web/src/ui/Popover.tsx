import type { ReactNode } from 'react';
import { later } from './later';
import { OpensLater } from './OpensLater';
import type { TriggerLook } from './Trigger';

const loadedPopover = later(() => import('./LoadedPopover').then((it) => it.LoadedPopover));

export interface PopoverProps extends TriggerLook {
  children(close: () => void): ReactNode;
}

/** A button that opens something small beside it. */
export function Popover(props: PopoverProps) {
  return <OpensLater opens="dialog" part={loadedPopover} given={props} />;
}
