import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Trigger, type TriggerLook } from './Trigger';

const load = () => import('./LoadedPopover');
const LoadedPopover = lazy(() => load().then((it) => ({ default: it.LoadedPopover })));

export interface PopoverProps extends TriggerLook {
  children(close: () => void): ReactNode;
}

/** A button that opens something small beside it. Fetched when near, like menus. */
export function Popover(props: PopoverProps) {
  const [isWanted, setWanted] = useState(false);
  const { children: _, ...look } = props;
  const trigger = (
    <Trigger
      {...look}
      aria-haspopup="dialog"
      aria-expanded={isWanted}
      onHoverStart={() => void load()}
      onFocus={() => void load()}
      onPress={() => setWanted(true)}
    />
  );
  if (!isWanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <LoadedPopover {...props} />
    </Suspense>
  );
}
