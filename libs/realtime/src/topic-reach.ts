import { Injectable } from '@nestjs/common';
import { Database, type LoggedEvent, type Statement } from '#platform';
import type { Connection } from './connection.ts';

/** Of the threads $1, those that every employee may read, with their topics. Primary key, thread_topics_by_thread. */
const TOPICS_OF_PUBLIC = {
  name: 'realtime.topics-of-public',
  text: `SELECT t.id AS "threadId",
           ARRAY(SELECT tt.topic FROM thread_topics AS tt WHERE tt.thread_id = t.id) AS topics
         FROM threads AS t WHERE t.id = ANY ($1) AND t.is_public`,
} satisfies Statement;

/** So many of each topic are on somebody's screen, and may have been edited or reacted to. */
const LOOKED_AT = 20;

/**
 * Where something may have happened, after the event $2, in a public thread with a topic of $1: the newest ones, and
 * whatever got a post or lost the topic. Events are numbered in the order of commits: one a little older by the clock may come later.
 * Indexes public_topics_by_activity, events_leaving_topics.
 */
const STIRRED_SINCE = {
  name: 'realtime.stirred-since',
  text: `
    SELECT DISTINCT stirred.id FROM unnest($1::text[]) AS followed (topic) CROSS JOIN LATERAL (
      (SELECT tt.community_id AS id FROM thread_topics AS tt WHERE tt.topic = followed.topic AND tt.is_public
       ORDER BY tt.activity_at DESC, tt.thread_id DESC LIMIT ${LOOKED_AT})
      UNION ALL
      SELECT tt.community_id FROM thread_topics AS tt WHERE tt.topic = followed.topic AND tt.is_public
        AND tt.activity_at > (SELECT at FROM events WHERE seq >= $2 ORDER BY seq LIMIT 1) - interval '1 minute'
      UNION ALL
      SELECT e.community_id FROM events AS e
      WHERE e.seq > $2 AND e.data ? 'leftTopics' AND e.data -> 'leftTopics' ? followed.topic
    ) AS stirred`,
} satisfies Statement;

/**
 * Who hears of a thread because they follow one of its topics, and not because of where it is. Asked after the
 * view was made: what is public then was public in the view.
 */
@Injectable()
export class TopicReach {
  constructor(private readonly database: Database) {}

  /** The topics of public threads, those that they have and those that they just lost, by event. */
  async topicsOf(events: LoggedEvent[]): Promise<Map<LoggedEvent, string[]>> {
    const of = await this.topicsOfThreads(events);
    return new Map(
      events.flatMap((event) => {
        const { type, threadId, data } = event;
        // Of a removed thread nothing is told but that; of another only what is public now.
        const topics = of.get(threadId ?? '') ?? (type === 'thread.removed' ? [] : null);
        return topics ? [[event, [...topics, ...leftTopics(data)]]] : [];
      }),
    );
  }

  private async topicsOfThreads(events: LoggedEvent[]): Promise<Map<string, string[]>> {
    const ids = new Set(events.map(({ threadId }) => threadId).filter((id) => id !== null));
    if (ids.size === 0) return new Map();
    const rows = await this.database.run<{ threadId: string; topics: string[] }>(TOPICS_OF_PUBLIC, [
      [...ids],
    ]);
    return new Map(rows.map(({ threadId, topics }) => [threadId, topics]));
  }

  /** Those of the events that are of threads which this reader follows by topic. */
  async heardBy(connection: Connection, events: LoggedEvent[]): Promise<Set<LoggedEvent>> {
    if (connection.topics.size === 0) return new Set();
    const topicsOf = await this.topicsOf(events);
    return new Set(
      events.filter((event) => topicsOf.get(event)?.some((topic) => connection.topics.has(topic))),
    );
  }

  /** The communities that have to be looked through for events of followed topics. */
  async placesStirred({ topics }: Connection, after: number): Promise<string[]> {
    if (topics.size === 0) return [];
    const rows = await this.database.run<{ id: string }>(STIRRED_SINCE, [[...topics], after]);
    return rows.map(({ id }) => id);
  }
}

const leftTopics = ({ leftTopics: topics }: LoggedEvent['data']): string[] =>
  Array.isArray(topics) ? topics : [];
