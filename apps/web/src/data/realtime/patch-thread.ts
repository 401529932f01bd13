import type { LogEvent } from '../events';
import type { MyThread, PostView, ThreadView } from '../types';
import { patchPost, patchPosts } from './patch-post';
import { type EventViewer, isAsked } from './viewer';

const SHOWN_REPLIES = 2;

/** The thread after the event; the very same object when the event says nothing about it. */
export function patchThread(thread: ThreadView, event: LogEvent, viewer: EventViewer): ThreadView {
  switch (event.type) {
    case 'thread.changed':
      return event.data.thread.id === thread.id && event.data.thread.version >= thread.version
        ? keepViewer(event.data.thread, thread, viewer)
        : thread;
    case 'thread.marked':
      return event.data.threadId === thread.id ? { ...thread, mine: event.data.mine } : thread;
    case 'community.read':
      // One that moved since is asked for again: what of it was read, the event cannot tell.
      return event.data.communityId === thread.communityId && thread.activityAt <= event.data.until
        ? allRead(thread)
        : thread;
    case 'community.changed': {
      if (event.data.community.id !== thread.communityId) return thread;
      const { id, name, kind, hue, visibility } = event.data.community;
      return { ...thread, community: { id, name, kind, hue, visibility } };
    }
    case 'post.replied':
      return event.data.thread.id === thread.id ? withReply(thread, event, viewer) : thread;
    case 'post.deleted': {
      const patched = patchInner(thread, event, viewer);
      const { id, replyCount, activityAt } = event.data.thread;
      if (id !== thread.id) return patched;
      return { ...patched, replyCount, activityAt, ...digested(thread, event.data.thread, viewer) };
    }
    default:
      return patchInner(thread, event, viewer);
  }
}

function patchInner(thread: ThreadView, event: LogEvent, viewer: EventViewer): ThreadView {
  const post = patchPost(thread.post, event, viewer);
  const latest = patchPosts(thread.latest, event, viewer);
  if (post === thread.post && latest === thread.latest) return thread;
  return { ...thread, post, latest, author: post.author };
}

function withReply(
  thread: ThreadView,
  event: Extract<LogEvent, { type: 'post.replied' }>,
  viewer: EventViewer,
): ThreadView {
  const { post, thread: summary } = event.data;
  const known = withMine({ ...thread, ...digested(thread, summary, viewer) }, viewer);
  const mine = known.mine!;
  const isNews = post.position > mine.lastPosition;
  const isOwn = post.author.id === viewer.userId;
  return {
    ...known,
    replyCount: summary.replyCount,
    activityAt: summary.activityAt > thread.activityAt ? summary.activityAt : thread.activityAt,
    latest: addReply(thread.latest, post, event, viewer),
    mine: {
      ...mine,
      lastPosition: Math.max(mine.lastPosition, post.position),
      // Whoever answers has read what stands before.
      readPosition: isOwn ? Math.max(mine.readPosition, post.position) : mine.readPosition,
      unread: isOwn && isNews ? 0 : isNews ? mine.unread + 1 : mine.unread,
      follow: isOwn ? (mine.follow ?? 'following') : mine.follow,
    },
  };
}

type Digest = Extract<LogEvent, { type: 'post.deleted' }>['data']['thread'];

/** What a change of a post changed in its thread: a deleted best answer is none any more. */
function digested(thread: ThreadView, digest: Digest, viewer: EventViewer): Partial<ThreadView> {
  const { title, bestAnswerId, asksAcknowledgement, version } = digest;
  if (version < thread.version) return {};
  const mine = thread.mine && askedAnew(thread.mine, { ...thread, asksAcknowledgement }, thread, viewer);
  return { title, bestAnswerId, asksAcknowledgement, version, ...(mine && { mine }) };
}

function addReply(latest: PostView[], post: PostView, event: LogEvent, viewer: EventViewer): PostView[] {
  if (latest.some((known) => known.id === post.id)) return patchPosts(latest, event, viewer);
  const newest = latest.at(-1);
  if (newest && newest.position > post.position) return latest;
  return [...latest, post].slice(-SHOWN_REPLIES);
}

function allRead(thread: ThreadView): ThreadView {
  if (!thread.mine) return thread;
  return { ...thread, mine: { ...thread.mine, readPosition: thread.mine.lastPosition, unread: 0 } };
}

/** Viewer-neutral threads from events keep what this viewer's own copy knew. */
function keepViewer(next: ThreadView, known: ThreadView, viewer: EventViewer): ThreadView {
  const post = known.post.mine && !next.post.mine ? { ...next.post, mine: known.post.mine } : next.post;
  const mine = next.mine ?? (known.mine && askedAnew(known.mine, next, known, viewer));
  const latest = next.latest.map((reply) => {
    const before = known.latest.find((one) => one.id === reply.id);
    return before?.mine && !reply.mine ? { ...reply, mine: before.mine } : reply;
  });
  return {
    ...next,
    post,
    latest,
    ...(mine ? { mine } : {}),
    ...(known.reason ? { reason: known.reason } : {}),
  };
}

/** Whoever is asked from now on is asked, whatever they answered before; and what asks no more asks nobody. */
function askedAnew(mine: MyThread, next: ThreadView, known: ThreadView, viewer: EventViewer): MyThread {
  if (next.asksAcknowledgement === known.asksAcknowledgement) return mine;
  return { ...mine, acknowledgement: isAsked(next, viewer) ? 'asked' : null };
}

/** A thread from an event has no `mine`; this is what the server would say about one nobody opened yet. */
export function withMine(thread: ThreadView, viewer: EventViewer): ThreadView {
  if (thread.mine) return thread;
  const lastPosition = Math.max(thread.post.position, ...thread.latest.map((reply) => reply.position));
  const isOwn = thread.author.id === viewer.userId;
  const mine: MyThread = {
    readPosition: isOwn ? lastPosition : 0,
    lastPosition,
    unread: isOwn ? 0 : 1 + thread.replyCount,
    follow: isOwn ? 'following' : null,
    bookmarked: false,
    acknowledgement: isAsked(thread, viewer) ? 'asked' : null,
  };
  return { ...thread, mine };
}
