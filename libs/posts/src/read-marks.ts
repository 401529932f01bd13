import { Injectable } from '@nestjs/common';
import { readableCommunity, type Viewer } from '#access';
import type { RecordingTransaction, Statement, Transaction } from '#platform';

/** A mark that moved, so that it can be put back. */
export interface MovedMark {
  id: string;
  before: number;
  after: number;
  settledBefore: string | null;
}

/** A community whose `read_until` moved. */
export interface MovedCommunity {
  id: string;
  before: string;
  after: string;
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MSOF'`;

/**
 * Marks many threads read, each up to a position that was shown: never back, never past the last post. What the
 * viewer may not read is passed over like what does not exist. $1 reader, $2 is a guest, $3 threads, $4 positions,
 * $5 until when each is settled. Primary keys of threads, memberships and thread_marks.
 */
const ADVANCE = {
  name: 'posts.advance-marks',
  text: `
    WITH wanted AS MATERIALIZED (
      SELECT t.id, t.community_id, least(w.position, t.last_position) AS position,
        coalesce(mark.read_position, 0) AS before, mark.settled_at
      FROM unnest($3::uuid[], $4::int[]) AS w (id, position)
      JOIN threads AS t ON t.id = w.id JOIN communities AS c ON c.id = t.community_id
      LEFT JOIN thread_marks AS mark ON mark.user_id = $1 AND mark.thread_id = t.id
      WHERE ${readableCommunity('c', '$1', '$2::boolean')}),
    marked AS (
      INSERT INTO thread_marks (user_id, thread_id, read_position, settled_at)
      SELECT $1, id, position, $5::timestamptz FROM wanted ORDER BY id
      ON CONFLICT (user_id, thread_id) DO UPDATE SET
        read_position = greatest(thread_marks.read_position, excluded.read_position),
        settled_at = greatest(thread_marks.settled_at, excluded.settled_at)
      RETURNING thread_id, read_position),
    told AS (
      INSERT INTO outbox (type, community_id, thread_id, user_id, actor_id)
      SELECT 'thread.marked', community_id, id, $1, $1 FROM wanted WHERE position > before)
    SELECT id, before, read_position AS after, to_char(settled_at, ${ISO}) AS "settledBefore"
    FROM wanted JOIN marked ON marked.thread_id = wanted.id`,
} satisfies Statement;

/**
 * Everything in the reader's communities, but for conversations, counts as read up to $2. Where nothing happened since, nothing moves.
 * Indexes memberships_by_user, threads_by_activity.
 */
const ADVANCE_COMMUNITIES = {
  name: 'posts.advance-communities',
  text: `
    WITH mine AS MATERIALIZED (
      SELECT m.community_id AS id, m.read_until AS before, newest.at AS after
      FROM memberships AS m JOIN communities AS c ON c.id = m.community_id AND c.kind <> 'conversation'
      CROSS JOIN LATERAL (
        SELECT t.activity_at AS at FROM threads AS t
        WHERE t.community_id = m.community_id AND t.activity_at <= $2::timestamptz
        ORDER BY t.activity_at DESC, t.id DESC LIMIT 1) AS newest
      WHERE m.user_id = $1 AND m.read_until < newest.at),
    moved AS (
      UPDATE memberships AS m SET read_until = $2::timestamptz FROM mine
      WHERE m.user_id = $1 AND m.community_id = mine.id RETURNING m.community_id),
    told AS (
      INSERT INTO outbox (type, community_id, user_id, actor_id, data)
      SELECT 'community.read', community_id, $1, $1, jsonb_build_object('until', $3::text) FROM moved)
    SELECT id, to_char(before, ${ISO}) AS before, to_char($2::timestamptz, ${ISO}) AS after FROM mine`,
} satisfies Statement;

/** Puts marks back where they stood, but those that moved on meanwhile. Primary key of thread_marks. */
const TAKE_BACK = {
  name: 'posts.take-back-marks',
  text: `
    WITH back AS (
      UPDATE thread_marks AS mark SET read_position = was.before, settled_at = was.settled
      FROM unnest($2::uuid[], $3::int[], $4::int[], $5::timestamptz[]) AS was (id, before, after, settled)
      WHERE mark.user_id = $1 AND mark.thread_id = was.id AND mark.read_position = was.after
      RETURNING mark.thread_id)
    INSERT INTO outbox (type, community_id, thread_id, user_id, actor_id)
    SELECT 'thread.marked', t.community_id, t.id, $1, $1 FROM back JOIN threads AS t ON t.id = back.thread_id`,
} satisfies Statement;

/** The same for communities. Primary key of memberships. */
const TAKE_COMMUNITIES_BACK = {
  name: 'posts.take-back-communities',
  text: `
    WITH back AS (
      UPDATE memberships AS m SET read_until = was.before
      FROM unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS was (id, before, after)
      WHERE m.user_id = $1 AND m.community_id = was.id AND m.read_until = was.after
      RETURNING m.community_id)
    INSERT INTO outbox (type, community_id, user_id, actor_id)
    SELECT 'community.unread', community_id, $1, $1 FROM back`,
} satisfies Statement;

/** Many marks in one step, in the transaction of whoever puts them; and that step taken back. */
@Injectable()
export class ReadMarks {
  advance(
    transaction: RecordingTransaction,
    viewer: Viewer,
    threads: Map<string, number>,
    until: string,
  ): Promise<MovedMark[]> {
    return transaction.run<MovedMark>(ADVANCE, [
      viewer.userId,
      viewer.guest,
      [...threads.keys()],
      [...threads.values()],
      until,
    ]);
  }

  advanceCommunities(
    transaction: RecordingTransaction,
    viewer: Viewer,
    until: string,
  ): Promise<MovedCommunity[]> {
    return transaction.run<MovedCommunity>(ADVANCE_COMMUNITIES, [viewer.userId, until, until]);
  }

  async takeBack(
    transaction: Transaction,
    viewer: Viewer,
    marks: MovedMark[],
    communities: MovedCommunity[],
  ): Promise<void> {
    await transaction.run(TAKE_BACK, [
      viewer.userId,
      marks.map(({ id }) => id),
      marks.map(({ before }) => before),
      marks.map(({ after }) => after),
      marks.map(({ settledBefore }) => settledBefore),
    ]);
    await transaction.run(TAKE_COMMUNITIES_BACK, [
      viewer.userId,
      communities.map(({ id }) => id),
      communities.map(({ before }) => before),
      communities.map(({ after }) => after),
    ]);
  }
}
