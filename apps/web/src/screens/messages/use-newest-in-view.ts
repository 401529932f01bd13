import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** This near to the end counts as at the end. */
const NEAR_PX = 80;

const distanceToEnd = () =>
  document.documentElement.scrollHeight - window.scrollY - document.documentElement.clientHeight;

/**
 * Begins at the end, or at the element named `start`; who is at the end stays there when something comes. Who has
 * scrolled up is left in peace.
 */
export function useNewestInView(
  list: RefObject<Element | null>,
  isThere: boolean,
  start: string | undefined,
) {
  const isStuck = useRef(true);
  const [isPlaced, setPlaced] = useState(false);
  const [isAtEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    isStuck.current = true;
    setAtEnd(true);
    window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  }, []);

  useLayoutEffect(() => {
    if (!isThere || isPlaced) return;
    const element = start ? document.getElementById(start) : null;
    toEnd();
    if (element && element.getBoundingClientRect().top < 0) {
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
      isStuck.current = distanceToEnd() < NEAR_PX;
    }
    setPlaced(true);
  }, [isThere, isPlaced, start, toEnd]);

  useEffect(() => {
    const whole = list.current?.parentElement;
    if (!isPlaced || !whole) return;
    const look = () => {
      isStuck.current = distanceToEnd() < NEAR_PX;
      setAtEnd(isStuck.current);
    };
    // Pictures load, the box under the list grows, messages come: the end moves, and whoever is there goes along.
    const observer = new ResizeObserver(() => {
      if (isStuck.current) toEnd();
    });
    observer.observe(whole);
    window.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', look);
    };
  }, [isPlaced, list, toEnd]);

  return { isPlaced, isAtEnd, toEnd };
}
