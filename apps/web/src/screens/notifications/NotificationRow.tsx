import { Link } from '@tanstack/react-router';
import type { NotificationView } from '~/data/types';
import { useText } from '~/i18n/text';
import { CommunityRing } from '~/parts/CommunityRing';
import { InvitationAnswer } from '~/parts/InvitationAnswer';
import { Portrait } from '~/parts/Portrait';
import { Time } from '~/parts/Time';
import { UnreadRing } from '~/parts/UnreadRing';
import { IconButton } from '~/ui/Button';
import { NotificationSentence } from './NotificationSentence';
import { placeOf } from './place-of';

/** One thing that concerns me. The whole row leads to it. */
export function NotificationRow(props: { notification: NotificationView; onRead(): void }) {
  const { notification, onRead } = props;
  const { actors, community, excerpt, read } = notification;
  const text = useText();
  const [first] = actors;

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
          onClick={() => read || onRead()}
          className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          <NotificationSentence notification={notification} />
        </Link>
        {excerpt && <p className="line-clamp-2 text-quiet">{excerpt}</p>}
        {notification.kind === 'invitation' && community && (
          <div className="relative z-10 w-fit py-1">
            <InvitationAnswer
              communityId={community.id}
              onJoined={() => read || onRead()}
              onDeclined={() => read || onRead()}
            />
          </div>
        )}
        <p className="text-small text-quiet">
          <Time at={notification.updatedAt} />
        </p>
      </div>
      {!read && (
        <span className="relative z-10 -mt-1 -mr-1">
          <IconButton icon="tick" label={text('notifications.read-one')} onPress={onRead} />
        </span>
      )}
    </li>
  );
}
