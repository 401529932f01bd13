import { useChangeNotificationSettings } from '~/data/notification-settings';
import { asProblem } from '~/data/problem';
import type { NotificationSettings } from '~/data/types';
import { T } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Switch } from '~/ui/Switch';

const KINDS = [
  'mention',
  'reply',
  'thread',
  'announcement',
  'invitation',
  'request',
  'admitted',
  'added',
  'reaction',
] as const;

/** Everything is in the list; what also comes to my devices is chosen by kind. */
export function PushedKinds({ settings }: { settings: NotificationSettings }) {
  const change = useChangeNotificationSettings();
  const { pushOff } = settings;
  return (
    <>
      <ul className="flex flex-col gap-1">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Switch
              isOn={!pushOff.includes(kind)}
              onChange={(on) =>
                change.mutate({
                  pushOff: KINDS.filter((one) => (one === kind ? !on : pushOff.includes(one))),
                })
              }
            >
              <T id={`notify.kind-${kind}`} />
            </Switch>
          </li>
        ))}
      </ul>
      <FormProblem problem={change.error ? asProblem(change.error) : null} />
    </>
  );
}
