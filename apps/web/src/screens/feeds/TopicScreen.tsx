import { useParams } from '@tanstack/react-router';
import { useFollowedTopics, useFollowTopic } from '~/data/topics';
import { T } from '~/i18n/text';
import { Button } from '~/ui/Button';
import { FeedScreen } from './FeedScreen';

export function TopicScreen() {
  const { name } = useParams({ from: '/inside/topics/$name' });
  return (
    <FeedScreen
      source={{ topic: name }}
      title={`#${name}`}
      empty={{ title: 'topic.empty', text: 'topic.empty-text' }}
      actions={<FollowButton name={name.toLowerCase()} />}
    />
  );
}

function FollowButton({ name }: { name: string }) {
  const { data } = useFollowedTopics();
  const { mutate, isPending } = useFollowTopic(name);
  if (!data) return null;
  const follows = data.items.some((topic) => topic.name === name);
  return (
    <Button look={follows ? 'plain' : 'primary'} isPending={isPending} onPress={() => mutate(!follows)}>
      <T id={follows ? 'topic.unfollow' : 'topic.follow'} />
    </Button>
  );
}
