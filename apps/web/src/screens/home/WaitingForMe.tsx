import { Link } from '@tanstack/react-router';
import { useMarkNotifications, useNotificationCount, useNotifications } from '~/data/notifications';
import { T } from '~/i18n/text';
import { ContextSection } from '~/parts/context/ContextSection';
import { Portrait } from '~/parts/Portrait';
import { Time } from '~/parts/Time';
import { NotificationSentence } from '../notifications/NotificationSentence';
import { placeOf } from '../notifications/place-of';

const FEW = 4;

/** The newest of what I have not read; the rest is a press away. */
export function WaitingForMe() {
  const { data } = useNotifications('unread');
  const count = useNotificationCount().data?.count ?? 0;
  const markRead = useMarkNotifications();
  const waiting = (data?.pages[0]?.items ?? []).filter(({ read }) => !read);
  return (
    <ContextSection title={<T id="context.waiting" />} aside={count > 0 ? count : undefined}>
      {data && waiting.length === 0 && (
        <p className="text-quiet">
          <T id="context.nothing-waits" />
        </p>
      )}
      <ul className="flex flex-col">
        {waiting.slice(0, FEW).map((notification) => (
          <li key={notification.id}>
            <Link
              {...placeOf(notification)}
              onClick={() => markRead.mutate([notification.id])}
              className="-mx-2 grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2.5 rounded-md px-2 py-1.5 text-small text-quiet hover:bg-wash"
            >
              {notification.actors[0] ? (
                <Portrait person={notification.actors[0]} size={24} />
              ) : (
                <span aria-hidden className="mt-1.5 ml-2 size-2 rounded-full bg-signal" />
              )}
              <span className="min-w-0">
                <span className="line-clamp-3">
                  <NotificationSentence notification={notification} />
                </span>
                <span className="tabular-nums">
                  <Time at={notification.updatedAt} />
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {count > FEW && (
        <Link
          to="/notifications"
          className="touchable inline-flex items-center self-start rounded-sm text-small text-quiet underline underline-offset-4 hover:text-ink"
        >
          <T id="context.all-waiting" n={count} />
        </Link>
      )}
    </ContextSection>
  );
}
