import { useState } from 'react';
import { usePush, useTakeMessages, useTryMessage } from '~/data/notification-settings';
import { asProblem } from '~/data/problem';
import { permission } from '~/data/push/device';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Button } from '~/ui/Button';
import { Switch } from '~/ui/Switch';

/** Whether this browser says it when something concerns me, also while Kring is closed. */
export function ThisDevice() {
  const { data: push } = usePush();
  const take = useTakeMessages();
  const test = useTryMessage();
  const [may, setMay] = useState(permission);
  if (may === 'unsupported')
    return (
      <p>
        <T id="notify.unsupported" />
      </p>
    );
  if (!push) return null;
  const isOn = take.isPending ? take.variables : push.subscribed;
  const failed = take.isError && permission() !== 'denied';
  return (
    <div className="flex flex-col items-start gap-3">
      <Switch
        isOn={isOn}
        isDisabled={take.isPending}
        onChange={(on) => take.mutate(on, { onSettled: () => setMay(permission()) })}
      >
        <span className="font-medium">
          <T id="notify.on-this-device" />
        </span>
      </Switch>
      {may === 'denied' && (
        <p className="text-quiet">
          <T id="notify.denied" />
        </p>
      )}
      {failed && (
        <p role="alert" className="text-danger">
          <T id="notify.no-service" />
        </p>
      )}
      {push.subscribed && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onPress={() => test.mutate()} isPending={test.isPending}>
            <T id="notify.try" />
          </Button>
          {test.data && (
            <p role="status" className="text-small text-quiet">
              <T id={`notify.tried-${test.data.result}`} />
            </p>
          )}
        </div>
      )}
      <FormProblem problem={test.error ? asProblem(test.error) : null} />
      {push.devices > (push.subscribed ? 1 : 0) && (
        <p className="text-small text-quiet">
          <T id="notify.other-devices" n={push.devices - (push.subscribed ? 1 : 0)} />
        </p>
      )}
    </div>
  );
}
