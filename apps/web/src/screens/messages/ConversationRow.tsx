import { Link } from '@tanstack/react-router';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { UnreadRing } from '~/parts/UnreadRing';
import { useConversation } from '~/parts/use-conversation-name';
import { Faces } from './Faces';

export function ConversationRow({ conversation, unread }: { conversation: CommunityView; unread: number }) {
  const text = useText();
  const { others, name } = useConversation(conversation);
  const [only] = others;
  return (
    <li className="border-b border-line">
      <Link
        to="/messages/$communityId"
        params={{ communityId: conversation.id }}
        className="-mx-2 flex items-center gap-3 rounded-md px-2 py-2.5 hover:bg-wash"
      >
        <Faces people={others} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-small text-quiet">
            {others.length === 1 ? only?.title : <T id="messages.people" n={others.length + 1} />}
          </span>
        </span>
        {unread > 0 && <UnreadRing label={text('nav.unread', { n: unread })} />}
      </Link>
    </li>
  );
}
