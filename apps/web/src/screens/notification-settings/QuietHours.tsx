import { useChangeNotificationSettings } from '~/data/notification-settings';
import { asProblem } from '~/data/problem';
import type { NotificationSettings } from '~/data/types';
import { useIntl } from '~/i18n/Language';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Button } from '~/ui/Button';
import { Checkbox } from '~/ui/Checkbox';
import { Switch } from '~/ui/Switch';
import { TimeField } from '~/ui/TimeField';

type Quiet = NonNullable<NotificationSettings['quiet']>;

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const NIGHT: Quiet = { from: '22:00', until: '07:00', days: DAYS };
/** The first of January 2024 was a Monday. */
const dayOf = (day: number) => new Date(Date.UTC(2024, 0, day, 12));

/** Times at which nothing is pushed: each night, or just now. */
export function QuietHours({ settings }: { settings: NotificationSettings }) {
  const change = useChangeNotificationSettings();
  const { quiet } = settings;
  return (
    <>
      <Switch isOn={quiet !== null} onChange={(on) => change.mutate({ quiet: on ? NIGHT : null })}>
        <T id="notify.quiet-hours" />
      </Switch>
      {quiet && <Hours quiet={quiet} onChange={(part) => change.mutate({ quiet: { ...quiet, ...part } })} />}
      <Pause settings={settings} change={change} />
      <FormProblem problem={change.error ? asProblem(change.error) : null} />
    </>
  );
}

function Hours({ quiet, onChange }: { quiet: Quiet; onChange(part: Partial<Quiet>): void }) {
  const text = useText();
  const intl = useIntl();
  const { from, until, days } = quiet;
  const toggle = (day: number, on: boolean) =>
    onChange({ days: DAYS.filter((one) => (one === day ? on : days.includes(one))) });
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-4">
        <TimeField
          label={text('notify.from')}
          value={from}
          onChange={(time) => time !== until && onChange({ from: time })}
        />
        <TimeField
          label={text('notify.until')}
          // The browser's field knows no 24:00.
          value={until === '24:00' ? '00:00' : until}
          onChange={(time) => time !== from && onChange({ until: time })}
        />
      </div>
      <fieldset>
        <legend className="pb-1 font-medium">
          <T id="notify.days" />
        </legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {DAYS.map((day) => (
            <Checkbox
              key={day}
              isChecked={days.includes(day)}
              isDisabled={days.length === 1 && days.includes(day)}
              onChange={(on) => toggle(day, on)}
            >
              {intl.formatDate(dayOf(day), { weekday: 'long', timeZone: 'UTC' })}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function Pause(props: {
  settings: NotificationSettings;
  change: ReturnType<typeof useChangeNotificationSettings>;
}) {
  const { settings, change } = props;
  const intl = useIntl();
  const { pausedUntil } = settings;
  if (pausedUntil)
    return (
      <div role="status" className="flex flex-wrap items-center gap-3">
        <p>
          <T
            id="notify.paused-until"
            time={intl.formatDate(pausedUntil, { weekday: 'long', hour: 'numeric', minute: '2-digit' })}
          />
        </p>
        <Button onPress={() => change.mutate({ pause: 'none' })}>
          <T id="notify.pause-end" />
        </Button>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onPress={() => change.mutate({ pause: 'hour' })}>
        <T id="notify.pause-hour" />
      </Button>
      <Button onPress={() => change.mutate({ pause: 'tomorrow' })}>
        <T id="notify.pause-tomorrow" />
      </Button>
    </div>
  );
}
