import { type RefObject, useEffect, useRef } from 'react';
import { useMarkRead } from './thread-actions';
import type { ThreadView } from './types';

const LOOK_MS = 1000;

/**
 * A thread counts as read only by really looking: the page is visible and has the focus, and the thread's
 * newest reply has been in view for a second. `newest` is the element of that reply.
 */
export function useReading(
  thread: ThreadView,
  newest: RefObject<Element | null>,
  isWholeShown: boolean,
): void {
  const markRead = useMarkRead();
  const last = thread.mine?.lastPosition ?? 0;
  const isUnread = isWholeShown && (thread.mine?.unread ?? 0) > 0;
  const current = useRef({ thread, markRead });
  current.current = { thread, markRead };

  useEffect(() => {
    // A thread without replies is read with its opening post.
    const element = newest.current ?? document.getElementById(`post-${current.current.thread.post.id}`);
    if (!isUnread || !element) return;
    let isInView = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const look = () => {
      clearTimeout(timer);
      const isLooking = isInView && document.visibilityState === 'visible' && document.hasFocus();
      if (isLooking)
        timer = setTimeout(() => current.current.markRead(current.current.thread, last), LOOK_MS);
    };
    const observer = new IntersectionObserver(([entry]) => {
      isInView = entry?.isIntersecting ?? false;
      look();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
    };
  }, [isUnread, last, newest]);
}
