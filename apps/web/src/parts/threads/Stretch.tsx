import { type CSSProperties, memo, type RefObject } from 'react';
import type { PostView } from '~/data/types';
import { Reply } from './Reply';

interface Props {
  posts: PostView[];
  /** For each post, the author of the reply it answers, where that is not simply the thread. */
  answered: (string | undefined)[];
  communityId: string;
  /** Only those near the reader are laid out and painted. */
  isLong: boolean;
  targetId: string | null;
  bestAnswerId: string | null;
  mayReply: boolean;
  onReply(post: PostView): void;
  onChoose: ((post: PostView, isBest: boolean) => void) | undefined;
  /** Takes the last post, if that is the newest of the thread. */
  newest: RefObject<HTMLLIElement | null> | undefined;
}

/** Replies next to each other. A long thread has many stretches, and few of them change at a time. */
export const Stretch = memo(function Stretch(props: Props) {
  const { posts, answered, isLong, targetId, bestAnswerId, newest, ...rest } = props;
  return (
    <ol
      className={isLong ? 'drawn-when-near' : undefined}
      style={{ '--entries': posts.length } as CSSProperties}
    >
      {posts.map((post, place) => (
        <Reply
          key={post.id}
          ref={place === posts.length - 1 ? newest : undefined}
          post={post}
          answersName={answered[place]}
          isTarget={post.id === targetId}
          isBest={post.id === bestAnswerId}
          {...rest}
        />
      ))}
    </ol>
  );
}, isSame);

/** The lists are made anew each time, of what they held before. */
function isSame(before: Props, now: Props): boolean {
  return (Object.keys(now) as (keyof Props)[]).every((name) => {
    const [one, other] = [before[name], now[name]];
    if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
    return one.length === other.length && one.every((part, place) => part === other[place]);
  });
}
