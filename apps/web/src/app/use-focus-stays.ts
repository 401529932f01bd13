import { useEffect } from 'react';
import { nearestTo, type Place, placeOf, ROW } from './focus-place';

/** What lies over the page for a while; where one was before is what counts. */
const OVER = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=tooltip]';

const LATER_MS = 50;

/**
 * A row may vanish with what has the focus: a device is logged out, somebody removed, a draft thrown away. The focus then goes to
 * what took its place, or is next to it, instead of to the top of the page.
 */
export function useFocusStays(): void {
  useEffect(() => {
    let place: Place | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(OVER))
        place = target.closest(ROW) && placeOf(target);
    };
    // Whoever presses where nothing takes the focus has left by themselves.
    const leave = ({ target }: PointerEvent) => {
      if (
        target instanceof Element &&
        !target.closest(`a, button, input, textarea, select, [tabindex], ${OVER}`)
      )
        place = null;
    };
    const look = () => {
      if (!place || place.element.isConnected || document.activeElement !== document.body) return;
      clearTimeout(timer);
      // Some views know better where to go.
      timer = setTimeout(() => {
        const left = place;
        if (!left || document.activeElement !== document.body) return;
        place = null;
        if (left.path === location.pathname) nearestTo(left)?.focus();
      }, LATER_MS);
    };
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', leave, { passive: true });
    return () => {
      clearTimeout(timer);
      changes.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', leave);
    };
  }, []);
}
