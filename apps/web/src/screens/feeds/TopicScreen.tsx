import { useParams } from '@tanstack/react-router';
import { FeedScreen } from './FeedScreen';

export function TopicScreen() {
  const { name } = useParams({ from: '/inside/topics/$name' });
  return (
    <FeedScreen
      source={{ topic: name }}
      title={`#${name}`}
      empty={{ title: 'topic.empty', text: 'topic.empty-text' }}
    />
  );
}
