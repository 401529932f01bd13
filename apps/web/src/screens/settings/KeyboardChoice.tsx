import { useState } from 'react';
import { chooseSingleKeys, hasSingleKeys } from '~/app/keyboard/choice';
import { T } from '~/i18n/text';
import { Switch } from '~/ui/Switch';

/** Single-letter shortcuts, on this device. */
export function KeyboardChoice() {
  const [isOn, setOn] = useState(hasSingleKeys);
  return (
    <Switch
      isOn={isOn}
      onChange={(on) => {
        chooseSingleKeys(on);
        setOn(on);
      }}
    >
      <T id="settings.single-keys" />
    </Switch>
  );
}
