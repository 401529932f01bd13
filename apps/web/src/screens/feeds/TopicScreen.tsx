import { useParams } from '@tanstack/react-router';
import { SearchArt } from '~/parts/art/Art';
import { FeedScreen } from './FeedScreen';

export function TopicScreen() {
  const { name } = useParams({ from: '/inside/topics/$name' });
  return (
    <FeedScreen
      source={{ topic: name }}
      title={`#${name}`}
      art={<SearchArt />}
      empty={{ title: 'topic.empty', text: 'topic.empty-text' }}
    />
  );
}
