import { Link } from '@tanstack/react-router';
import { useMyId } from '~/data/session';
import type { ConversationView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Time } from '~/parts/Time';
import { UnreadRing } from '~/parts/UnreadRing';
import { useConversation } from '~/parts/use-conversation-name';
import { Faces } from './Faces';

/** With whom, and what was said last, by whom and when. */
export function ConversationRow({ conversation }: { conversation: ConversationView }) {
  const text = useText();
  const { others, name } = useConversation(conversation);
  const { last, unread } = conversation;
  return (
    <li className="border-b border-line">
      <Link
        to="/messages/$communityId"
        params={{ communityId: conversation.id }}
        className="-mx-2 flex items-center gap-3 rounded-md px-2 py-2.5 hover:bg-wash aria-[current=page]:bg-wash"
      >
        <Faces people={others} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className={`min-w-0 flex-1 truncate ${unread > 0 ? 'font-semibold' : 'font-medium'}`}>
              {name}
            </span>
            {last && (
              <span className="shrink-0 text-small text-quiet">
                <Time at={last.createdAt} />
              </span>
            )}
          </span>
          <span className="flex items-center gap-2">
            <span className={`min-w-0 flex-1 truncate text-small ${unread > 0 ? '' : 'text-quiet'}`}>
              {last ? <LastWords conversation={conversation} last={last} /> : <T id="messages.nothing-yet" />}
            </span>
            {unread > 0 && <UnreadRing label={text('nav.unread', { n: unread })} />}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** Between two people only one's own words need a name. */
function LastWords({ conversation, last }: { conversation: ConversationView; last: Last }) {
  const text = useText();
  const myId = useMyId();
  const words = last.excerpt ?? text('messages.deleted');
  if (last.author.id === myId) return text('messages.mine', { words });
  if (conversation.members.length <= 2) return words;
  return text('messages.theirs', { name: last.author.name, words });
}

type Last = NonNullable<ConversationView['last']>;
