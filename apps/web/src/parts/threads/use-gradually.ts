import type { VirtualItem } from '@tanstack/react-virtual';
import { startTransition, useEffect, useState } from 'react';

/** Drawing a thread with its replies takes a slow phone about a frame. */
const NEW_AT_ONCE = 1;

/**
 * What to draw of what is wanted: a few new ones at a time, those next to the reader first, and each in slices, so that
 * scrolling never waits for threads that are still out of sight.
 */
export function useGradually(wanted: VirtualItem[], isUpwards: boolean): VirtualItem[] {
  const [drawn, draw] = useState(wanted);
  useEffect(() => {
    if (!isSame(drawn, wanted)) startTransition(() => draw(nextOf(drawn, wanted, isUpwards)));
  }, [drawn, wanted, isUpwards]);
  return drawn;
}

/** Where they stand is not drawn here: the same threads at the same indexes are nothing new. */
const isSame = (drawn: VirtualItem[], wanted: VirtualItem[]): boolean =>
  drawn.length === wanted.length &&
  drawn.every(({ key, index }, n) => key === wanted[n]?.key && index === wanted[n]?.index);

function nextOf(drawn: VirtualItem[], wanted: VirtualItem[], isUpwards: boolean): VirtualItem[] {
  const before = new Set(drawn.map(({ key }) => key));
  const missing = wanted.filter(({ key }) => !before.has(key));
  // Somewhere else altogether: there is nothing to look at meanwhile.
  if (missing.length <= NEW_AT_ONCE || missing.length === wanted.length) return wanted;
  const now = new Set(isUpwards ? missing.slice(-NEW_AT_ONCE) : missing.slice(0, NEW_AT_ONCE));
  return wanted.filter((item) => before.has(item.key) || now.has(item));
}
