import { useTitle } from '~/app/use-title';
import { useCommunitiesUnread } from '~/data/communities';
import { useDirectory } from '~/data/directory';
import { asProblem } from '~/data/problem';
import { T, useText } from '~/i18n/text';
import { ButtonLink } from '~/parts/ButtonLink';
import { FormProblem } from '~/parts/FormProblem';
import { MoreOnScroll } from '~/parts/MoreOnScroll';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { EmptyState } from '~/ui/EmptyState';
import { LoadingRing } from '~/ui/Ring';
import { ConversationRow } from './ConversationRow';

/** Those I am talking with; what I did not read yet comes first. */
export function MessagesScreen() {
  const text = useText();
  const query = useDirectory({ kind: 'conversation', which: 'mine' });
  const { data: counts } = useCommunitiesUnread();
  const unreadOf = new Map(counts?.items.map((one) => [one.communityId, one.unread]));
  const conversations = (query.data?.pages.flatMap((page) => page.items) ?? []).sort(
    (one, other) => Number(unreadOf.has(other.id)) - Number(unreadOf.has(one.id)),
  );
  useTitle(text('nav.messages'));
  return (
    <div className="max-w-[42rem]">
      <ScreenHeader title={text('nav.messages')}>
        <ButtonLink to="/messages/new" icon="write">
          <T id="messages.new" />
        </ButtonLink>
      </ScreenHeader>
      {query.isError && <FormProblem problem={asProblem(query.error)} />}
      {query.isPending && <LoadingRing label={text('loading')} className="py-6" />}
      <ul>
        {conversations.map((one) => (
          <ConversationRow key={one.id} conversation={one} unread={unreadOf.get(one.id) ?? 0} />
        ))}
      </ul>
      {query.isSuccess && conversations.length === 0 && (
        <EmptyState title={<T id="messages.empty" />}>
          <T id="messages.empty-text" />
        </EmptyState>
      )}
      <MoreOnScroll query={query} />
    </div>
  );
}
