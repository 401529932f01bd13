import { useState } from 'react';
import { useTitle } from '~/app/use-title';
import type { NotificationFilter } from '~/data/keys';
import {
  useKeepNotification,
  useMarkNotifications,
  useNotificationCount,
  useNotifications,
} from '~/data/notifications';
import { asProblem } from '~/data/problem';
import { T, useText } from '~/i18n/text';
import { NotificationsArt } from '~/parts/art/Art';
import { FormProblem } from '~/parts/FormProblem';
import { IconLink } from '~/parts/IconLink';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ReadProblem } from '~/parts/ReadProblem';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Button } from '~/ui/Button';
import { EmptyState } from '~/ui/EmptyState';
import { Tabs } from '~/ui/Tabs';
import { NotificationRow } from './NotificationRow';

const FILTERS: NotificationFilter[] = ['all', 'unread', 'mentions', 'replies', 'requests', 'reactions'];

/** What concerns me, in one list; opening something marks it as read. */
export function NotificationsScreen() {
  const text = useText();
  const title = text('nav.notifications');
  useTitle(title);
  const [filter, setFilter] = useState<NotificationFilter>('all');
  const unread = useNotificationCount().data?.count ?? 0;
  const markRead = useMarkNotifications();
  const keep = useKeepNotification();

  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={title}>
        <span className="flex flex-wrap items-center gap-x-3">
          {unread > 0 && (
            <Button look="quiet" icon="tick" onPress={() => markRead.mutate(null)}>
              <T id="notifications.read-all" />
            </Button>
          )}
          <IconLink to="/settings/notifications" icon="settings" label={text('notify.title')} />
        </span>
      </ScreenHeader>
      <FormProblem problem={markRead.error ? asProblem(markRead.error) : null} />
      <div className="pt-2">
        <Tabs<NotificationFilter>
          label={text('notifications.filter')}
          tabs={FILTERS.map((id) => ({ id, label: <T id={`notifications.${id}`} /> }))}
          chosen={filter}
          onChoose={setFilter}
        >
          <NotificationList
            key={filter}
            filter={filter}
            onRead={(id) => markRead.mutate([id])}
            onKeep={(id) => keep.mutate(id)}
          />
        </Tabs>
      </div>
    </div>
  );
}

function NotificationList(props: {
  filter: NotificationFilter;
  onRead(id: string): void;
  onKeep(id: string): void;
}) {
  const { filter, onRead, onKeep } = props;
  const query = useNotifications(filter);
  if (query.error && !query.data) return <ReadProblem query={query} />;
  if (!query.data) {
    return <LoadingRows />;
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState art={<NotificationsArt />} title={<T id={`notifications.empty-${filter}`} />}>
        <T id={`notifications.empty-${filter}-text`} />
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="-mt-4">
        {items.map((notification) => (
          <NotificationRow
            key={notification.id}
            notification={notification}
            onRead={() => onRead(notification.id)}
            onKeep={() => onKeep(notification.id)}
          />
        ))}
      </ul>
      <MoreOnScroll query={query} />
    </>
  );
}
