import { readableCommunity } from '#access';
import type { Statement } from '#platform';
import { isoTime } from './post-view.sql.ts';
import { storedThread, threadJoins } from './thread-view.sql.ts';

/** What lists of threads are ordered by; ties are resolved by id. */
export type ThreadSort = 'activity' | 'newest';
export const THREAD_SORTS = ['activity', 'newest'] as const;
export const SORT_COLUMN = { activity: 'activity_at', newest: 'created_at' } as const;

/* What every page of threads takes: $1 viewer, $2 is a guest, $3 and $4 the cursor, $5 how many. */

/** Before everything: the cursor of a first page. */
export const FIRST_PAGE = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** SQL condition: after the cursor. Always a range, never "no cursor": so the index is used by every plan. */
export const afterCursor = (t: string, sort: ThreadSort): string =>
  `(${t}.${SORT_COLUMN[sort]}, ${t}.id) < ($3::timestamptz, $4::uuid)`;

/** SQL: order and length of a page. */
export const firstOf = (t: string, sort: ThreadSort): string =>
  `ORDER BY ${t}.${SORT_COLUMN[sort]} DESC, ${t}.id DESC LIMIT $5`;

/**
 * A statement that answers a page of ThreadViews for a viewer. `keys` is a query of columns (id, at) that finds
 * at most $5 threads; the views are made for those alone. The way through arrays tells the planner that they are
 * few, whatever it thinks of `LIMIT $5`: it must never read all of threads or posts for a page.
 * Whatever `keys` found, an unreadable thread comes without its view. `reason` is SQL that says why it is there.
 */
export function threadPage(name: string, keys: string, reason?: string): Statement {
  return {
    name,
    text: `
      WITH keys AS MATERIALIZED (${keys}),
      page AS (
        SELECT * FROM unnest(
          ARRAY (SELECT id FROM keys ORDER BY at DESC, id DESC),
          ARRAY (SELECT at FROM keys ORDER BY at DESC, id DESC)) WITH ORDINALITY AS page (id, at, place))
      SELECT page.id, ${isoTime('page.at')} AS at, shown.view
      FROM page
      LEFT JOIN LATERAL (
        SELECT ${storedThread('$1', reason)} AS view
        FROM threads AS t ${threadJoins('$1')}
        WHERE t.id = page.id AND ${readableCommunity('c', '$1', '$2::boolean')}) AS shown ON true
      ORDER BY page.place`,
  };
}

const ofCommunity = (sort: ThreadSort) =>
  threadPage(
    `threads.of-community-${sort}`,
    `SELECT t.id, t.${SORT_COLUMN[sort]} AS at FROM threads AS t
     WHERE t.community_id = $6 AND ${afterCursor('t', sort)} ${firstOf('t', sort)}`,
  );

/** Indexes threads_by_activity and threads_by_age. */
export const OF_COMMUNITY = { activity: ofCommunity('activity'), newest: ofCommunity('newest') };

/** Index threads_pinned. */
export const PINNED = threadPage(
  'threads.pinned',
  `SELECT t.id, t.pinned_at AS at FROM threads AS t
   WHERE t.community_id = $6 AND t.pinned_at IS NOT NULL AND (t.pinned_at, t.id) < ($3::timestamptz, $4::uuid)
   ORDER BY t.pinned_at DESC LIMIT $5`,
);

/** Primary key. Takes no cursor: $1 viewer, $2 is a guest, $3 ids. */
export const BY_ID = {
  name: 'threads.by-id',
  text: `
    SELECT t.id, ${storedThread('$1')} AS view
    FROM unnest($3::uuid[]) AS wanted (id) JOIN threads AS t ON t.id = wanted.id ${threadJoins('$1')}
    WHERE ${readableCommunity('c', '$1', '$2::boolean')}`,
} satisfies Statement;
