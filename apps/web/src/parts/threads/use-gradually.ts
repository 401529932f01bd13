import type { VirtualItem } from '@tanstack/react-virtual';
import { useState } from 'react';
import { useEachFrame } from '~/ui/use-each-frame';

/** Drawing a thread with its replies takes a slow phone about a frame. */
const NEW_AT_ONCE = 1;

/**
 * What to draw of what is wanted: a few new ones at a time, those next to the reader first, and each in slices, so that
 * scrolling never waits for threads that are still out of sight.
 * @param wanted as many above what is in sight as below it
 */
export function useGradually(wanted: VirtualItem[]): VirtualItem[] {
  const [drawn, draw] = useState(() => firstOf(wanted, innerHeight));
  useEachFrame(!isSame(drawn, wanted), () =>
    draw(drawn.length === 0 ? firstOf(wanted, innerHeight) : nextOf(drawn, wanted)),
  );
  return drawn;
}

/** Where they stand is not drawn here: the same threads at the same indexes are nothing new. */
const isSame = (drawn: VirtualItem[], wanted: VirtualItem[]): boolean =>
  drawn.length === wanted.length &&
  drawn.every(({ key, index }, n) => key === wanted[n]?.key && index === wanted[n]?.index);

/**
 * At first what fills the window, if one begins at the top. In the middle all at once: drawn one by one, each would push
 * down those that are there.
 */
export function firstOf<Item extends Pick<VirtualItem, 'index' | 'start'>>(
  wanted: Item[],
  height: number,
): Item[] {
  return wanted[0]?.index === 0 ? wanted.filter(({ start }) => start < height) : wanted;
}

export function nextOf<Item extends Pick<VirtualItem, 'key' | 'index'>>(
  drawn: Item[],
  wanted: Item[],
): Item[] {
  const before = new Set(drawn.map(({ key }) => key));
  // At the top of the feed there is nothing above what is in sight.
  const middle = wanted[0]?.index === 0 ? 0 : (wanted.length - 1) / 2;
  const fromMiddle = (item: Item) => Math.abs(wanted.indexOf(item) - middle);
  const missing = wanted
    .filter(({ key }) => !before.has(key))
    .sort((one, other) => fromMiddle(one) - fromMiddle(other));
  const now = new Set(missing.slice(0, NEW_AT_ONCE));
  return wanted.filter((item) => before.has(item.key) || now.has(item));
}
