import { useLayoutEffect } from 'react';

/**
 * Something sticks to this edge of the window: what gets the focus comes into sight beside it (base.css). Said by the
 * document itself, as to look for it by `:has()` costs a style of the whole page with each change of it.
 */
export function Sticks({ to }: { to: 'top' | 'bottom' }) {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute(`data-sticks-${to}`, true);
    return () => void root.toggleAttribute(`data-sticks-${to}`, false);
  }, [to]);
  return null;
}
