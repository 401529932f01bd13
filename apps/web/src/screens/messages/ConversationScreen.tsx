import { Link, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTitle } from '~/app/use-title';
import { useCommunity } from '~/data/communities';
import { useThreads } from '~/data/threads';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { useIsWide } from '~/parts/context/wide';
import { LoadingThreads } from '~/parts/Loading';
import { PersonName } from '~/parts/PersonName';
import { ReadState } from '~/parts/ReadState';
import { useConversation } from '~/parts/use-conversation-name';
import { Icon } from '~/ui/Icon';
import { Sticks } from '~/ui/Sticks';
import { MembershipButton } from '../community/MembershipButton';
import { Faces } from './Faces';
import { FirstMessage } from './FirstMessage';
import { Talk } from './Talk';

/** Private messages: the newest at the bottom, and under them the box to write the next. */
export function ConversationScreen() {
  const { communityId } = useParams({ from: '/inside/talks/messages/$communityId' });
  return (
    <ReadState query={useCommunity(communityId)}>
      {(community) => <Conversation key={community.id} community={community} />}
    </ReadState>
  );
}

function Conversation({ community }: { community: CommunityView }) {
  const query = useThreads({ community: community.id });
  const isBegun = useRef(false);
  return (
    <div className="-mb-24 flex min-h-dvh flex-col [overflow-anchor:none] md:-mb-12">
      <Header community={community} />
      <ReadState query={query} loading={<LoadingThreads />}>
        {({ pages }) => {
          const [running, ...older] = pages.flatMap((page) => page.items);
          if (!running) isBegun.current = true;
          return running ? (
            <Talk
              key={running.id}
              community={community}
              thread={running}
              older={older}
              isBegun={isBegun.current}
            />
          ) : (
            <FirstMessage community={community} />
          );
        }}
      </ReadState>
    </div>
  );
}

function Header({ community }: { community: CommunityView }) {
  const text = useText();
  const isWide = useIsWide();
  const { others, name } = useConversation(community);
  useTitle(name);
  const only = others.length === 1 ? others[0] : undefined;
  return (
    <header className="sticky top-0 z-20 -mx-4 flex items-center gap-3 border-b border-line bg-paper px-4 py-2.5 md:-mx-8 md:px-8 lg:-mx-12 lg:px-12 xl:mx-0 xl:px-0 xl:pt-6">
      <Sticks to="top" />
      {!isWide && (
        <Link
          to="/messages"
          aria-label={text('nav.messages')}
          className="touchable -ml-2 inline-flex items-center justify-center rounded-full text-quiet hover:bg-wash hover:text-ink"
        >
          <Icon name="left" />
        </Link>
      )}
      <Faces people={others} />
      <div className="min-w-0 flex-1">
        <h1 className="line-clamp-3 text-lead leading-6 wrap-anywhere">
          {only ? <PersonName person={{ ...only, name }} /> : name}
        </h1>
        <p className="text-small text-quiet">
          {only ? only.title : <T id="messages.people" n={others.length + 1} />}
        </p>
      </div>
      {others.length > 1 && <MembershipButton community={community} />}
    </header>
  );
}
