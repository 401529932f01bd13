import { useTitle } from '~/app/use-title';
import { useConversations } from '~/data/conversations';
import { asProblem } from '~/data/problem';
import { T, useText } from '~/i18n/text';
import { MessagesArt } from '~/parts/art/Art';
import { ButtonLink } from '~/parts/ButtonLink';
import { FormProblem } from '~/parts/FormProblem';
import { LoadingRows } from '~/parts/Loading';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { EmptyState } from '~/ui/EmptyState';
import { ConversationRow } from './ConversationRow';

/** Those I am talking with, the newest words first. */
export function MessagesScreen() {
  const text = useText();
  const query = useConversations();
  const conversations = query.data?.pages.flatMap((page) => page.items) ?? [];
  useTitle(text('nav.messages'));
  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={text('nav.messages')}>
        <ButtonLink to="/messages/new" icon="write">
          <T id="messages.new" />
        </ButtonLink>
      </ScreenHeader>
      {query.isError && <FormProblem problem={asProblem(query.error)} />}
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
    </div>
  );
}
