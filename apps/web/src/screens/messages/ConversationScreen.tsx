import { Link, useParams } from '@tanstack/react-router';
import { useTitle } from '~/app/use-title';
import { useCommunity } from '~/data/communities';
import { useUnsentThreads } from '~/data/outbox/use-outbox';
import { useMyId } from '~/data/session';
import { useThreads } from '~/data/threads';
import type { CommunityView } from '~/data/types';
import { T, useText } from '~/i18n/text';
import { Context } from '~/parts/context/Context';
import { ContextSection } from '~/parts/context/ContextSection';
import { PeopleList } from '~/parts/context/PeopleList';
import { LoadingThreads } from '~/parts/Loading';
import { PersonName } from '~/parts/PersonName';
import { ReadState } from '~/parts/ReadState';
import { ThreadCard } from '~/parts/threads/ThreadCard';
import { UnsentThread } from '~/parts/threads/UnsentThread';
import { useConversation } from '~/parts/use-conversation-name';
import { Icon } from '~/ui/Icon';
import { MembershipButton } from '../community/MembershipButton';
import { Faces } from './Faces';
import { FirstMessage } from './FirstMessage';

/** Private messages: the one running thread, its box always open; older threads stay one press away. */
export function ConversationScreen() {
  const { communityId } = useParams({ from: '/inside/messages/$communityId' });
  return (
    <ReadState query={useCommunity(communityId)}>
      {(community) => <Conversation key={community.id} community={community} />}
    </ReadState>
  );
}

function Conversation({ community }: { community: CommunityView }) {
  const text = useText();
  const { others, name } = useConversation(community);
  useTitle(name);
  const only = others.length === 1 ? others[0] : undefined;
  const query = useThreads({ community: community.id });
  return (
    <div className="max-w-[42rem]">
      <Context label={text('context.conversation')}>
        <ContextSection title={<T id="context.people" />}>
          <PeopleList people={community.members ?? []} />
        </ContextSection>
      </Context>
      <Link
        to="/messages"
        className="touchable mt-4 -ml-1 inline-flex items-center gap-2 rounded-md px-1 text-quiet hover:text-ink"
      >
        <Icon name="left" size={16} />
        {text('nav.messages')}
      </Link>
      <header className="flex items-center gap-3 border-b border-line pt-2 pb-3">
        <Faces people={others} />
        <div className="min-w-0 flex-1">
          <h1 className="truncate text-title">
            {only ? <PersonName person={{ id: only.id, name }} /> : name}
          </h1>
          <p className="truncate text-small text-quiet">
            {only ? only.title : <T id="messages.people" n={others.length + 1} />}
          </p>
        </div>
        {others.length > 1 && <MembershipButton community={community} />}
      </header>
      <ReadState query={query} loading={<LoadingThreads />}>
        {({ pages }) => <Messages community={community} threads={pages.flatMap((page) => page.items)} />}
      </ReadState>
    </div>
  );
}

type Threads = NonNullable<ReturnType<typeof useThreads>['data']>['pages'][number]['items'];

function Messages({ community, threads }: { community: CommunityView; threads: Threads }) {
  const text = useText();
  const shown = new Set(threads.flatMap((thread) => [thread.id, thread.post.id]));
  const unsent = useUnsentThreads(useMyId(), community.id, shown);
  const [running, ...older] = threads;
  return (
    <>
      {running && <ThreadCard thread={running} isWhole showCommunity={false} mayReply={community.mayPost} />}
      {unsent.map((one) => (
        <UnsentThread key={one.id} unsent={one} />
      ))}
      {!running && unsent.length === 0 && community.mayPost && <FirstMessage community={community} />}
      {older.length > 0 && (
        <section aria-labelledby="earlier" className="border-t border-line pt-4">
          <h2 id="earlier" className="font-semibold">
            <T id="messages.earlier" />
          </h2>
          <ul>
            {older.map((thread) => (
              <li key={thread.id}>
                <Link
                  to="/threads/$threadId"
                  params={{ threadId: thread.id }}
                  className="touchable flex items-center truncate text-quiet hover:text-ink"
                >
                  {thread.title || thread.post.body.slice(0, 80) || text('messages.earlier')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
