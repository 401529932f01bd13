import type { ReactNode } from 'react';
import { useTitle } from '~/app/use-title';
import type { ThreadSource } from '~/data/keys';
import type { MessageId } from '~/i18n/languages';
import { T, useText } from '~/i18n/text';
import { FeedLinks } from '~/parts/FeedLinks';
import { ScreenHeader } from '~/parts/ScreenHeader';
import { Feed } from '~/parts/threads/Feed';
import { FeedCount } from '~/parts/threads/FeedCount';
import { EmptyState } from '~/ui/EmptyState';

/** What Everything, Unanswered, Bookmarks, what waits to be confirmed and a topic have in common: a heading and a feed. */
export function FeedScreen(props: {
  source: ThreadSource;
  title: string;
  empty: { title: MessageId; text: MessageId };
  art?: ReactNode;
  actions?: ReactNode;
}) {
  const { source, title, empty, art, actions } = props;
  const text = useText();
  useTitle(title);
  return (
    <div className="max-w-[42rem]">
      <FeedLinks />
      <ScreenHeader title={title}>{actions}</ScreenHeader>
      {'feed' in source && source.feed !== 'bookmarks' && source.feed !== 'unacknowledged' && (
        <div className="pt-3">
          <FeedCount feed={source.feed} sort="activity" />
        </div>
      )}
      <Feed
        source={source}
        empty={
          <EmptyState art={art} title={text(empty.title)}>
            <T id={empty.text} />
          </EmptyState>
        }
      />
    </div>
  );
}
