import { useConversations } from '~/data/conversations';
import { T, useText } from '~/i18n/text';
import { MessagesArt } from '~/parts/art/Art';
import { ButtonLink } from '~/parts/ButtonLink';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ReadProblem } from '~/parts/ReadProblem';
import { EmptyState } from '~/ui/EmptyState';
import { ConversationRow } from './ConversationRow';

/** Those I am talking with, the newest words first; `isBeside` what has the page's own heading. */
export function ConversationList({ isBeside = false }: { isBeside?: boolean }) {
  const text = useText();
  const query = useConversations();
  const conversations = query.data?.pages.flatMap((page) => page.items) ?? [];
  const Heading = isBeside ? 'h2' : 'h1';
  return (
    <section aria-label={text('nav.messages')}>
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line pt-5 pb-3 md:pt-7">
        <Heading className="text-title">
          <T id="nav.messages" />
        </Heading>
        <ButtonLink to="/messages/new" icon="write">
          <T id="messages.new-short" />
        </ButtonLink>
      </header>
      <ReadProblem query={query} />
      {query.isPending && <LoadingRows />}
      <ul>
        {conversations.map((one) => (
          <ConversationRow key={one.id} conversation={one} />
        ))}
      </ul>
      {query.isSuccess && conversations.length === 0 && (
        <EmptyState art={<MessagesArt />} title={<T id="messages.empty" />}>
          <T id="messages.empty-text" />
        </EmptyState>
      )}
      <MoreOnScroll query={query} />
    </section>
  );
}
