import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { currentStop, press, walk } from '~/parts/walk';
import { hasSingleKeys } from './choice';
import { places } from './places';

const CHORD_MS = 1500;
const TYPING =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';
/** Where letters have a meaning of their own: menus, lists to choose from, dialogs. */
const OWN_KEYS = '[role=menu], [role=listbox], [role=dialog], [role=alertdialog], [role=grid]';
/** What the current thread, or line, has a button for. */
const ON_STOP = new Set(['o', 'r', 'e', 'b']);

export type Sheet = 'palette' | 'shortcuts';

/** Single letters for whoever prefers the keyboard, and Ctrl+K for everything. Answers what is open. */
export function useShortcuts(): { open: Sheet | null; show(sheet: Sheet | null): void } {
  const navigate = useNavigate();
  const [open, show] = useState<Sheet | null>(null);

  useEffect(() => {
    let chordUntil = 0;

    const single = (key: string, shown: HTMLElement | null): boolean => {
      if (performance.now() < chordUntil) {
        chordUntil = 0;
        const place = places.find((one) => one.key === key);
        if (place) void navigate({ to: place.to });
        return place !== undefined;
      }
      if (key === 'j' || key === 'k') {
        walk(key === 'j' ? 1 : -1);
        return true;
      }
      if (key === 'enter') return document.activeElement === shown && shown !== null && press('o', shown);
      if (ON_STOP.has(key)) return shown !== null && press(key, shown);
      // What stands over the page while words are selected, or after something was put aside.
      if (key === 'u' || key === 'q') return press(key, document);
      if (key === 'g') chordUntil = performance.now() + CHORD_MS;
      else if (key === '/') void navigate({ to: '/search' });
      else if (key === '?') show('shortcuts');
      else return false;
      return true;
    };

    const onKeyDown = (event: KeyboardEvent) => {
      const { target, altKey, ctrlKey, metaKey, isComposing } = event;
      const key = event.key.toLowerCase();
      if (key === 'k' && (ctrlKey || metaKey) && !altKey && !event.shiftKey) {
        event.preventDefault();
        show('palette');
        return;
      }
      if (
        altKey ||
        ctrlKey ||
        metaKey ||
        isComposing ||
        event.defaultPrevented ||
        (event.repeat && key !== 'j' && key !== 'k')
      )
        return;
      const at = target instanceof Element ? target : document.body;
      if (at.closest(TYPING) || at.closest(OWN_KEYS) || !hasSingleKeys()) return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      if (single(key, currentStop())) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate]);

  return { open, show };
}
