import { useEffect } from 'react';
import type { LogEvent } from '../events';
import { noteStored, sendWaiting } from '../outbox/send';
import { queryClient } from '../query-client';
import type { SessionView } from '../types';
import { afterEvent } from './after-event';
import { applyToCache } from './apply-to-cache';
import { Connection } from './connection';
import { setOnline } from './connection-state';
import { forgetEvents, keepEvent, replayOnAnswers } from './replay';
import type { EventViewer } from './viewer';
import { viewerOf, watchedCommunities } from './viewer-of';

let connection: Connection | null = null;

/** From log-in to log-out: the socket's events keep the cache fresh. Answers how to stop. */
export function startRealtime(session: SessionView, onSessionEnded: () => void): () => void {
  const viewer = viewerOf(session.user.id);
  const opened = new Connection(session.seq, {
    onEvent: (event) => receive(event, viewer),
    onSessionEnded,
    onReload: reloadAll,
    onStateChange(isOnline) {
      setOnline(isOnline);
      if (isOnline) sendWaiting();
    },
  });
  connection = opened;
  const stopReplay = replayOnAnswers(queryClient, viewer);
  void opened.open();
  return () => {
    stopReplay();
    opened.close();
    if (connection === opened) connection = null;
    forgetEvents();
  };
}

function receive(event: LogEvent, viewer: EventViewer): void {
  keepEvent(event);
  applyToCache(queryClient, event, viewer);
  afterEvent(queryClient, event, viewer);
  if (event.type === 'thread.started') noteStored(event.data.thread.id, event.data.thread.post.id);
  if (event.type === 'post.replied') noteStored(event.data.post.id);
}

/** The log no longer holds what we missed. Drafts, outbox and scroll are not part of the cache and stay. */
function reloadAll(): void {
  forgetEvents();
  void queryClient.invalidateQueries();
}

/** While shown: live events of a community I may read without being a member. */
export function useWatch(communityId: string | null): void {
  useEffect(() => {
    if (!communityId || !connection) return;
    const stop = connection.watch({ communityId });
    watchedCommunities.add(communityId);
    return () => {
      stop();
      watchedCommunities.delete(communityId);
    };
  }, [communityId]);
}
