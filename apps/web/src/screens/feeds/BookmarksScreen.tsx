import { useText } from '~/i18n/text';
import { BookmarksArt } from '~/parts/art/Art';
import { FeedScreen } from './FeedScreen';

export function BookmarksScreen() {
  const text = useText();
  return (
    <FeedScreen
      source={{ feed: 'bookmarks' }}
      title={text('nav.bookmarks')}
      art={<BookmarksArt />}
      empty={{ title: 'bookmarks.empty', text: 'bookmarks.empty-text' }}
    />
  );
}
