import type { OpenSession } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { Time } from '../Time';
import { deviceOf } from './device-of';

/** Devices on which somebody is logged in, each with a way to end it. */
export function SessionList(props: {
  sessions: OpenSession[];
  /** The one that is being ended; null for all. */
  ending: string | null | undefined;
  onEnd(id: string): void;
}) {
  return (
    <ul className="-my-3">
      {props.sessions.map((session) => (
        <SessionRow
          key={session.id}
          session={session}
          isEnding={props.ending === session.id || props.ending === null}
          onEnd={() => props.onEnd(session.id)}
        />
      ))}
    </ul>
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
