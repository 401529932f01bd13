import type { NotificationView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { classes } from '~/ui/classes';

const sentences = {
  added: 'notification.added',
  admitted: 'notification.admitted',
  announcement: 'notification.announcement',
  invitation: 'notification.invitation',
  mention: 'notification.mention',
  reaction: 'notification.reaction',
  reply: 'notification.reply',
  request: 'notification.request',
  thread: 'notification.thread',
} as const;

/** In private each of these is simply a message. */
const MESSAGES: ReadonlySet<NotificationView['kind']> = new Set(['thread', 'reply']);

/** What happened, in one sentence: who did what, and where. */
export function NotificationSentence({ notification }: { notification: NotificationView }) {
  const { kind, actors, actorCount, community, emoji, read } = notification;
  const text = useText();
  const [first, second] = actors;
  const who = text('notification.who', {
    n: first ? Math.max(actorCount, 1) : 0,
    first: first?.name,
    second: second?.name,
    others: actorCount - 1,
  });
  const name = community?.name ?? '';
  const isMessage = community?.kind === 'conversation' && MESSAGES.has(kind);
  return (
    <T
      id={isMessage ? 'notification.message' : sentences[kind]}
      who={who}
      n={actorCount}
      name={name}
      place={community ? text('notification.place', { kind: community.kind, name }) : ''}
      emoji={emoji ?? ''}
      b={(words) => <span className={classes('text-ink', !read && 'font-semibold')}>{words}</span>}
    />
  );
}
