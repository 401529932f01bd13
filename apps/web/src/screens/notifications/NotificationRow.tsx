import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { NotificationView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { InvitationAnswer } from '~/parts/InvitationAnswer';
import { Portrait } from '~/parts/Portrait';
import { Time } from '~/parts/Time';
import { UnreadRing } from '~/parts/UnreadRing';
import { Button, IconButton } from '~/ui/Button';
import { NotificationSentence } from './NotificationSentence';
import { placeOf } from './place-of';
import { QuickReply } from './QuickReply';
import { RequestAnswer } from './RequestAnswer';

const ANSWERABLE: ReadonlySet<NotificationView['kind']> = new Set([
  'mention',
  'reply',
  'thread',
  'announcement',
]);

interface Doing {
  onRead(): void;
  onKeep(): void;
}

/** One thing that concerns me. The whole row leads to it; what can be answered is answered here. */
export function NotificationRow({
  notification,
  onRead,
  onKeep,
}: { notification: NotificationView } & Doing) {
  const { actors, community, excerpt, read } = notification;
  const text = useText();
  const [first] = actors;
  const markRead = () => read || onRead();
  return (
    <li className="relative grid grid-cols-[2.5rem_minmax(0,1fr)_auto] gap-x-3 border-b border-line py-4 hover:bg-wash">
      <div className="flex flex-col items-center gap-2">
        {first ? (
          <Portrait person={first} size={40} />
        ) : (
          community && <CommunityRing community={{ hue: 250, ...community }} size={40} />
        )}
        {!read && <UnreadRing label={text('notification.label')} />}
      </div>
      <div className="min-w-0">
        <Link
          {...placeOf(notification)}
          onClick={markRead}
          className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          <NotificationSentence notification={notification} />
        </Link>
        {excerpt && <p className="line-clamp-2 text-quiet">{excerpt}</p>}
        <Answer notification={notification} onAnswered={markRead} />
      </div>
      <span className="relative z-10 -mt-1 -mr-1">
        {read ? (
          <IconButton icon="history" label={text('notifications.keep')} onPress={onKeep} />
        ) : (
          <IconButton icon="tick" label={text('notifications.read-one')} onPress={onRead} />
        )}
      </span>
    </li>
  );
}

/** When it was, and what can be done about it without going there. */
function Answer({ notification, onAnswered }: { notification: NotificationView; onAnswered(): void }) {
  const { kind, community, threadId, actors, updatedAt } = notification;
  const [state, setState] = useState<'closed' | 'open' | 'sent'>('closed');
  return (
    <>
      <p className="flex min-h-7 flex-wrap items-center gap-x-3 text-small text-quiet">
        <Time at={updatedAt} />
        {ANSWERABLE.has(kind) && threadId && community && state === 'closed' && (
          <span className="relative z-10">
            <Button look="quiet" icon="reply" className="mx-0!" onPress={() => setState('open')}>
              <T id="thread.reply" />
            </Button>
          </span>
        )}
        {state === 'sent' && (
          <span role="status" tabIndex={-1} ref={takeFocus}>
            <T id="notifications.replied" />
          </span>
        )}
      </p>
      <div className="relative z-10 empty:hidden">
        {state === 'open' && threadId && community && (
          <QuickReply
            threadId={threadId}
            communityId={community.id}
            onSent={() => {
              setState('sent');
              onAnswered();
            }}
          />
        )}
        {kind === 'invitation' && community && (
          <div className="w-fit py-1">
            <InvitationAnswer communityId={community.id} onJoined={onAnswered} onDeclined={onAnswered} />
          </div>
        )}
        {kind === 'request' && community && (
          <RequestAnswer communityId={community.id} actors={actors} onAnswered={onAnswered} />
        )}
      </div>
    </>
  );
}

/** The box in which it was written is gone. */
const takeFocus = (words: HTMLElement | null) => words?.focus({ preventScroll: true });
