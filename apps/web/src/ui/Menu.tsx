import { lazy, Suspense, useState } from 'react';
import type { IconName } from './Icon';
import { Trigger, type TriggerLook } from './Trigger';

const load = () => import('./LoadedMenu');
const LoadedMenu = lazy(() => load().then((it) => ({ default: it.LoadedMenu })));

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName | undefined;
  isDanger?: boolean;
  href?: string;
  onAction?(): void;
}

export interface MenuProps extends TriggerLook {
  /** Entries that are false are left out. */
  entries: (MenuEntry | false | undefined)[];
}

/**
 * A button that opens a list of things to do. A feed has dozens of them and most are never opened, so the
 * code of menus is fetched when a pointer or the focus comes near.
 */
export function Menu(props: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const { entries: _, ...look } = props;
  const trigger = (
    <Trigger
      {...look}
      aria-haspopup="menu"
      aria-expanded={isWanted}
      onHoverStart={() => void load()}
      onFocus={() => void load()}
      onPress={() => setWanted(true)}
    />
  );
  if (!isWanted) return trigger;
  return (
    <Suspense fallback={trigger}>
      <LoadedMenu {...props} />
    </Suspense>
  );
}
