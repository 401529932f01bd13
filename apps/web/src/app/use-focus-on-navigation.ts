import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** After a navigation the keyboard and the screen reader start at the new screen, not at the old link. */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    // A screen that starts with a field, such as the search, has put the focus there itself.
    const isTyping = document.activeElement instanceof HTMLInputElement;
    if (before.current !== undefined && before.current !== pathname && !isTyping) {
      main.current?.focus({ preventScroll: true });
    }
    before.current = pathname;
  }, [pathname, main]);
}
