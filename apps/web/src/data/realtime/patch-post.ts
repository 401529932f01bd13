import type { LogEvent } from '../events';
import type { PostView } from '../types';
import type { EventViewer } from './viewer';

/** Whether `next` says something newer about the same post; equal versions still may carry new reactions. */
const isNewer = (next: PostView, known: PostView) => next.version >= known.version;

/** The post after the event; the very same object when the event says nothing about it. */
export function patchPost(post: PostView, event: LogEvent, viewer: EventViewer): PostView {
  switch (event.type) {
    case 'post.edited':
    case 'post.recounted':
    case 'post.deleted':
    case 'post.replied':
      return event.data.post.id === post.id && isNewer(event.data.post, post)
        ? keepMine(event.data.post, post)
        : post;
    case 'post.reacted':
      return event.data.postId === post.id ? withReactions(post, event, viewer) : post;
    case 'user.changed': {
      const { user } = event.data;
      if (post.author.id !== user.id) return post;
      const { id, name, handle, title, portrait, guest } = { ...post.author, ...user };
      return { ...post, author: { id, name, handle, title, portrait, guest } };
    }
    default:
      return post;
  }
}

export function patchPosts(posts: PostView[], event: LogEvent, viewer: EventViewer): PostView[] {
  let changed = false;
  const next = posts.map((post) => {
    const patched = patchPost(post, event, viewer);
    changed ||= patched !== post;
    return patched;
  });
  return changed ? next : posts;
}

function keepMine(next: PostView, known: PostView): PostView {
  const mine = next.mine ?? known.mine;
  return mine ? { ...next, mine } : next;
}

type Reacted = Extract<LogEvent, { type: 'post.reacted' }>;

function withReactions(post: PostView, { seq, data }: Reacted, viewer: EventViewer): PostView {
  if (data.actorId !== viewer.userId) return { ...post, reactions: data.reactions };
  const known = post.mine?.reactions ?? [];
  // The answer to my own wish, after its event: others may have felt something since.
  if (seq === 0 && known.includes(data.emoji) === data.added) return post;
  const others = known.filter((emoji) => emoji !== data.emoji);
  const reactions = data.added ? [...others, data.emoji] : others;
  return { ...post, reactions: data.reactions, mine: { ...post.mine, reactions } };
}
