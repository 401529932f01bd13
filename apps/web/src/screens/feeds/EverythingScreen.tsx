import { useText } from '~/i18n/text';
import { HomeArt } from '~/parts/art/Art';
import { FeedScreen } from './FeedScreen';

export function EverythingScreen() {
  const text = useText();
  return (
    <FeedScreen
      source={{ feed: 'everything' }}
      title={text('nav.everything')}
      art={<HomeArt />}
      empty={{ title: 'everything.empty', text: 'everything.empty-text' }}
    />
  );
}
