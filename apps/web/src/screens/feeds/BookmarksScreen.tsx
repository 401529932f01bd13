import { useText } from '~/i18n/text';
import { FeedScreen } from './FeedScreen';

export function BookmarksScreen() {
  const text = useText();
  return (
    <FeedScreen
      source={{ feed: 'bookmarks' }}
      title={text('nav.bookmarks')}
      empty={{ title: 'bookmarks.empty', text: 'bookmarks.empty-text' }}
    />
  );
}
