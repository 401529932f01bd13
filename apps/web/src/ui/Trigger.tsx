import type { ReactNode } from 'react';
import { Button, type ButtonProps, IconButton } from './Button';
import type { IconName } from './Icon';

/** The button that opens a menu or a popover: an icon that names itself, or words. */
export interface TriggerLook {
  icon?: IconName;
  /** Spoken where there are no words; also names what opens. */
  label: string;
  words?: ReactNode;
}

type Rest = Pick<ButtonProps, 'onPress' | 'onPointerEnter' | 'onFocus' | 'aria-haspopup' | 'aria-expanded'>;

export function Trigger({ icon, label, words, ...rest }: TriggerLook & Rest) {
  if (words === undefined && icon) return <IconButton {...rest} icon={icon} label={label} />;
  return (
    <Button {...rest} {...(icon ? { icon } : {})}>
      {words}
    </Button>
  );
}
