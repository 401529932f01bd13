import { Button } from 'react-aria-components/Button';
import { buttonLook, iconButtonLook } from './button-looks';
import { Icon } from './Icon';
import type { TriggerLook } from './Trigger';

/** Looks as `Trigger` does, and is told by React Aria what it opens. */
export function LoadedTrigger({ icon, label, words }: TriggerLook) {
  if (words === undefined && icon)
    return (
      <Button aria-label={label} className={iconButtonLook()}>
        <Icon name={icon} />
      </Button>
    );
  return (
    <Button className={buttonLook('plain')}>
      {icon && <Icon name={icon} />}
      {words}
    </Button>
  );
}
