import { Button } from 'react-aria-components/Button';
import { buttonLook, iconButtonLook } from './button-looks';
import { Icon } from './Icon';
import type { TriggerLook } from './Trigger';

/** Looks as `Trigger` does and takes its place, with the focus; React Aria tells it what it opens. */
export function LoadedTrigger({ icon, label, words }: TriggerLook) {
  if (words === undefined && icon)
    return (
      <Button autoFocus aria-label={label} className={iconButtonLook()}>
        <Icon name={icon} />
      </Button>
    );
  return (
    <Button autoFocus className={buttonLook('plain')}>
      {icon && <Icon name={icon} />}
      {words}
    </Button>
  );
}
