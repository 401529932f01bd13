import { useEffect, useState } from 'react';
import { useEachFrame } from '~/ui/use-each-frame';

/** With what began the thread they fill a phone; the press that opens it waits for no more. */
const NEXT = 3;
/** Drawn in one go, and laid out in one: about what a slow phone does between two frames of scrolling. */
const PORTION = 8;

export interface Portions {
  /** Where the reader is: what is next to it comes at once, the rest by its distance. null where all is below them. */
  from: number | null;
  /** All are there already. */
  isAtOnce: boolean;
}

/** What to draw of a row of posts: those next to the reader at once, the rest a few at a time, while the page answers. */
export function useInPortions<Post extends { id: string }>(
  posts: Post[],
  { from, isAtOnce }: Portions,
): Post[] {
  const [drawn, setDrawn] = useState(() => idsOf(isAtOnce || from === null ? posts : []));
  const shown = drawnOf(posts, drawn, from);
  const isWhole = shown.length === posts.length;
  useEachFrame(!isWhole, () => setDrawn(moreOf(posts, shown, from)));
  // What was drawn because it is next to the reader stays, wherever they go.
  useEffect(() => {
    if (isWhole) setDrawn((before) => (before.size === posts.length ? before : idsOf(posts)));
  }, [isWhole, posts]);
  return shown;
}

const idsOf = (posts: { id: string }[]): ReadonlySet<string> => new Set(posts.map(({ id }) => id));

export const drawnOf = <Post extends { id: string }>(
  posts: Post[],
  drawn: ReadonlySet<string>,
  from: number | null,
): Post[] =>
  posts.filter(({ id }, place) => drawn.has(id) || (from !== null && Math.abs(place - from) < NEXT));

export function moreOf<Post extends { id: string }>(
  posts: Post[],
  shown: Post[],
  from: number | null,
): ReadonlySet<string> {
  const now = idsOf(shown);
  const centre = from ?? posts.length;
  const missing = posts
    .map(({ id }, place) => ({ id, distance: Math.abs(place - centre) }))
    .filter(({ id }) => !now.has(id))
    .sort((one, other) => one.distance - other.distance);
  return new Set([...now, ...missing.slice(0, PORTION).map(({ id }) => id)]);
}
