import { lazy } from 'react';
import type { IconName } from './Icon';
import { OpensLater } from './OpensLater';
import type { TriggerLook } from './Trigger';

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

/** A button that opens a list of things to do. A feed has dozens of them and most are never opened. */
export function Menu(props: MenuProps) {
  const { entries: _, ...look } = props;
  return (
    <OpensLater look={look} opens="menu" load={load}>
      <LoadedMenu {...props} />
    </OpensLater>
  );
}
