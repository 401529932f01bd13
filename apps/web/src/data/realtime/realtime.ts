import { useEffect } from 'react';
import { catchUpDrafts, hearOfDraft } from '../drafts/server-drafts';
import type { LogEvent } from '../events';
import { keepOffline } from '../offline/keep';
import { confirmSession } from '../offline/open-session';
import { noteStored, resend } from '../outbox/send';
import { queryClient } from '../query-client';
import type { SessionView } from '../types';
import { afterEvent } from './after-event';
import { applyToCache } from './apply-to-cache';
import { Connection } from './connection';
import { setOnline } from './connection-state';
import { forgetPresence, notePresence } from './presence';
import { forgetEvents, keepEvent, replayOnAnswers } from './replay';
import { forgetTyping, noteTyping, stopTyping } from './typing';
import type { EventViewer } from './viewer';
import { viewerOf, watchedCommunities } from './viewer-of';

let connection: Connection | null = null;

/** From log-in to log-out: the socket's events keep the cache fresh. Answers how to stop. */
export function startRealtime(session: SessionView, onSessionEnded: () => void): () => void {
  const viewer = viewerOf(session.user.id);
  const opened = new Connection(session.seq, {
    onEvent: (event) => receive(event, viewer),
    onTyping: noteTyping,
    onPresence: (told) => told.userId !== viewer.userId && notePresence(told),
    onSilence() {
      forgetTyping();
      forgetPresence();
    },
    onSessionEnded,
    onReload: reloadAll,
    onStateChange(isOnline) {
      setOnline(isOnline);
      void confirmSession(viewer.userId).then((isMe) => {
        if (!isMe) return onSessionEnded();
        if (!isOnline) return;
        resend(viewer.userId);
        catchUpDrafts();
      });
    },
  });
  connection = opened;
  const stopReplay = replayOnAnswers(queryClient, viewer);
  const stopKeeping = keepOffline(session, () => opened.position);
  opened.open();
  return () => {
    stopReplay();
    stopKeeping();
    opened.close();
    if (connection === opened) connection = null;
    forgetEvents();
  };
}

function receive(event: LogEvent, viewer: EventViewer): void {
  keepEvent(event);
  applyToCache(queryClient, event, viewer);
  afterEvent(queryClient, event, viewer);
  if (event.type === 'draft.changed') hearOfDraft(event.data.place, event.data.draft);
  if (event.type === 'thread.started') noteStored(event.data.thread.id, event.data.thread.post.id);
  if (event.type !== 'post.replied') return;
  const { id, threadId, author } = event.data.post;
  noteStored(id);
  stopTyping(threadId, author.id);
}

/** The log no longer holds what we missed. Drafts, outbox and scroll are not part of the cache and stay. */
function reloadAll(): void {
  forgetEvents();
  // Who looks at it asks anew; of the rest nobody knows what became of it.
  queryClient.removeQueries({ type: 'inactive', predicate: ({ queryKey }) => queryKey[0] !== 'session' });
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

/** While shown: who is typing in this thread, and every reply in it. */
export function useWatchThread(threadId: string): void {
  useEffect(() => connection?.watch({ threadId }), [threadId]);
}

const SAID_EVERY_MS = 2000;
let saidOf = '';
let saidAt = Number.NEGATIVE_INFINITY;

/** I am writing a reply; whoever has the thread open is told, not more often than it is worth. */
export function sayTyping(threadId: string): void {
  const now = performance.now();
  if (saidOf === threadId && now - saidAt < SAID_EVERY_MS) return;
  saidOf = threadId;
  saidAt = now;
  connection?.type(threadId);
}
