import type { IconName } from './Icon';
import { later } from './later';
import { OpensLater } from './OpensLater';
import type { TriggerLook } from './Trigger';

const loadedMenu = later(() => import('./LoadedMenu').then((it) => it.LoadedMenu));

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName | undefined;
  isDanger?: boolean;
  href?: string;
  onAction?(): void;
}

export interface MenuProps extends TriggerLook {
  /** Made when it opens; those that are false are left out. */
  entries(): (MenuEntry | false | undefined)[];
}

/** A button that opens a list of things to do. A feed has dozens of them and most are never opened. */
export function Menu(props: MenuProps) {
  return <OpensLater opens="menu" part={loadedMenu} given={props} />;
}
