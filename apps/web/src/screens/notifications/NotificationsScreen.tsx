import { useState } from 'react';
import { useTitle } from '~/app/use-title';
import { useMarkNotifications, useNotificationCount, useNotifications } from '~/data/notifications';
import { asProblem } from '~/data/problem';
import { T, useText } from '~/i18n/text';
import { NotificationsArt } from '~/parts/art/Art';
import { FormProblem } from '~/parts/FormProblem';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Button } from '~/ui/Button';
import { EmptyState } from '~/ui/EmptyState';
import { Tabs } from '~/ui/Tabs';
import { NotificationRow } from './NotificationRow';

type Filter = 'all' | 'unread';

/** What concerns me, in one list; opening something marks it as read. */
export function NotificationsScreen() {
  const text = useText();
  const title = text('nav.notifications');
  useTitle(title);
  const [filter, setFilter] = useState<Filter>('all');
  const unread = useNotificationCount().data?.count ?? 0;
  const markRead = useMarkNotifications();

  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={title}>
        {unread > 0 && (
          <Button look="quiet" icon="tick" onPress={() => markRead.mutate(null)}>
            <T id="notifications.read-all" />
          </Button>
        )}
      </ScreenHeader>
      <FormProblem problem={markRead.error ? asProblem(markRead.error) : null} />
      <div className="pt-2">
        <Tabs<Filter>
          label={text('notifications.filter')}
          tabs={[
            { id: 'all', label: <T id="notifications.all" /> },
            { id: 'unread', label: <T id="notifications.unread" /> },
          ]}
          chosen={filter}
          onChoose={setFilter}
        >
          <NotificationList key={filter} filter={filter} onRead={(id) => markRead.mutate([id])} />
        </Tabs>
      </div>
    </div>
  );
}

function NotificationList({ filter, onRead }: { filter: Filter; onRead(id: string): void }) {
  const query = useNotifications(filter);
  if (query.error && !query.data) return <FormProblem problem={asProblem(query.error)} />;
  if (!query.data) {
    return <LoadingRows />;
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const isUnread = filter === 'unread';
    return (
      <EmptyState
        art={<NotificationsArt />}
        title={<T id={isUnread ? 'notifications.empty-unread' : 'notifications.empty'} />}
      >
        <T id={isUnread ? 'notifications.empty-unread-text' : 'notifications.empty-text'} />
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
          />
        ))}
      </ul>
      <MoreOnScroll query={query} />
    </>
  );
}
