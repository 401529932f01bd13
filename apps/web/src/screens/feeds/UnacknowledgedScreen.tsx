import { useEffect } from 'react';
import type { ThreadSource } from '~/data/keys';
import { showArrivals } from '~/data/threads';
import { useText } from '~/i18n/text';
import { NotificationsArt } from '~/parts/art/Art';
import { FeedScreen } from './FeedScreen';

const source: ThreadSource = { feed: 'unacknowledged' };

/** Home has asked for it already: whoever comes here wants to see what came since. */
export function UnacknowledgedScreen() {
  const text = useText();
  useEffect(() => showArrivals(source, 'activity'), []);
  return (
    <FeedScreen
      source={source}
      title={text('acknowledge.title')}
      art={<NotificationsArt />}
      empty={{ title: 'acknowledge.empty', text: 'acknowledge.empty-text' }}
    />
  );
}
