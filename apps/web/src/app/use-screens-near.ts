import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

const BEGINNINGS = ['pointerover', 'touchstart', 'keydown', 'scroll'] as const;

/** Whoever begins to move about is about to open a thread: the code for it is fetched then, not with the first view. */
export function useScreensNear(): void {
  const router = useRouter();
  useEffect(() => {
    const moving = new AbortController();
    const fetchNear = () => {
      moving.abort();
      void router.loadRouteChunk(router.routesByPath['/threads/$threadId'])?.catch(() => {});
    };
    for (const type of BEGINNINGS)
      window.addEventListener(type, fetchNear, { passive: true, signal: moving.signal });
    return () => moving.abort();
  }, [router]);
}
