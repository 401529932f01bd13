import { useText } from '~/i18n/text';
import { NotificationsArt } from '~/parts/art/Art';
import { FeedScreen } from './FeedScreen';

export function UnansweredScreen() {
  const text = useText();
  return (
    <FeedScreen
      source={{ feed: 'unanswered' }}
      title={text('nav.unanswered')}
      art={<NotificationsArt />}
      empty={{ title: 'unanswered.empty', text: 'unanswered.empty-text' }}
    />
  );
}
