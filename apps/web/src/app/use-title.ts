import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { notificationCountQuery } from '~/data/notifications';
import { sessionQuery } from '~/data/session';
import { useText } from '~/i18n/text';

/** Names the document: what waits for me, what this screen shows, then whose Kring it is. */
export function useTitle(title: string | undefined): void {
  const text = useText();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const { data: unread } = useQuery({ ...notificationCountQuery, enabled: false });
  const organisation = session?.organisation.name ?? 'Kring';
  const count = unread?.count ?? 0;
  const name = title ? `${title} · ${organisation}` : organisation;
  const whole = count > 0 ? text('title.unread', { n: count, title: name }) : name;

  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
