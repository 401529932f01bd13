import type { QueryFunctionContext } from '@tanstack/react-query';
import { hashKey } from '@tanstack/react-query';
import { type Ask, ask } from './http';
import { noteSeq } from './realtime/replay';

type Query = Ask['query'];

/** A query function for one GET. It notes at which log position the answer stands, for `replay`. */
export const reading =
  <Body>(path: string, query?: Query) =>
  async ({ queryKey, signal }: QueryFunctionContext): Promise<Body> => {
    const { body, seq } = await ask<Body>('GET', path, { query, signal });
    noteSeq(hashKey(queryKey), seq);
    return body;
  };

/**
 * The same for a list read page by page; the page parameter is the server's cursor. `more` is asked for with every page
 * but the first.
 */
export const readingPages =
  <Body>(path: string, query?: Query, more?: Query) =>
  async ({ queryKey, signal, pageParam }: QueryFunctionContext): Promise<Body> => {
    const cursor = pageParam as string | null;
    const asked = { ...query, ...(cursor !== null && more), cursor };
    const { body, seq } = await ask<Body>('GET', path, { query: asked, signal });
    noteSeq(hashKey(queryKey), seq);
    return body;
  };

/** What every paged query shares: start without a cursor, go on with `next`. */
export const paged = {
  initialPageParam: null as string | null,
  getNextPageParam: (page: { next: string | null }) => page.next,
};
