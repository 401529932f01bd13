import { useEndSession, useSessions } from '~/data/account';
import type { OpenSession } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { FormProblem } from '~/parts/FormProblem';
import { Time } from '~/parts/Time';
import { useFormProblem } from '~/parts/use-form-problem';
import { Button } from '~/ui/Button';
import { LoadingRing } from '~/ui/Ring';
import { deviceOf } from './device-of';

/** Where I am logged in, this device first. */
export function Sessions() {
  const text = useText();
  const { data, error } = useSessions();
  const end = useEndSession();
  const { problem } = useFormProblem(error ?? end.error);
  if (!data) return problem ? <FormProblem problem={problem} /> : <LoadingRing label={text('loading')} />;
  const sessions = [...data.items].sort((a, b) => Number(b.current) - Number(a.current));
  const others = sessions.filter((session) => !session.current);
  return (
    <>
      <FormProblem problem={problem} />
      <ul className="-my-3">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isEnding={end.isPending && (end.variables === session.id || end.variables === null)}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <div>
          <Button isPending={end.isPending && end.variables === null} onPress={() => end.mutate(null)}>
            <T id="sessions.end-others" />
          </Button>
        </div>
      )}
    </>
  );
}

function SessionRow(props: { session: OpenSession; isEnding: boolean; onEnd(): void }) {
  const { session, isEnding, onEnd } = props;
  const text = useText();
  const { browser, system } = deviceOf(session.userAgent);
  const name =
    browser && system
      ? text('sessions.browser-on', { browser, system })
      : (browser ?? system ?? text('sessions.unknown'));
  return (
    <li className="flex items-center justify-between gap-4 py-3 [&+&]:border-t [&+&]:border-line">
      <div className="min-w-0">
        <p className="font-medium">{name}</p>
        <p className="flex flex-wrap gap-x-3 text-small text-quiet tabular-nums">
          {session.current ? (
            <span className="font-medium text-success">
              <T id="sessions.this-device" />
            </span>
          ) : (
            <span>
              <T id="sessions.last-seen" time={<Time at={session.lastSeenAt} />} />
            </span>
          )}
          {session.address && <span>{session.address}</span>}
        </p>
      </div>
      {!session.current && (
        <Button
          look="quiet"
          className="mx-0!"
          isPending={isEnding}
          aria-label={text('sessions.end-label', { name })}
          onPress={onEnd}
        >
          <T id="sessions.end" />
        </Button>
      )}
    </li>
  );
}
