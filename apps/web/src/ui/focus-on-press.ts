import type { MouseEvent } from 'react';

/**
 * Safari leaves the focus where it was when a button is pressed, or takes it away altogether: a form that opens with
 * the focus would close under the finger. Every other browser focuses what is pressed, and so do we there.
 */
export const focusOnPress = globalThis.navigator?.vendor?.startsWith('Apple')
  ? (event: MouseEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.focus({ preventScroll: true });
    }
  : undefined;
