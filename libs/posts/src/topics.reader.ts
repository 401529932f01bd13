import { Injectable } from '@nestjs/common';
import { readableCommunity, type Viewer } from '#access';
import { Database, type Statement } from '#platform';
import type { ListTopicsQuery, TopicView } from './dto/topics.dto.ts';

const MOST = 50;

/**
 * Topics with the number of readable threads, the most used first. `among` finds rows of thread_topics and
 * bounds how many are looked at. $1 viewer, $2 is a guest.
 */
const topics = (name: string, among: string): Statement => ({
  name,
  text: `
    SELECT found.topic AS name, count(*)::int AS threads,
      EXISTS (SELECT FROM topic_follows AS f WHERE f.user_id = $1 AND f.topic = found.topic) AS following
    FROM (${among}) AS found JOIN communities AS c ON c.id = found.community_id
    WHERE ${readableCommunity('c', '$1', '$2::boolean')}
    GROUP BY found.topic ORDER BY threads DESC, name LIMIT ${MOST}`,
});

/** What the newest threads speak of. Index thread_topics_by_thread. */
const RECENT = topics(
  'posts.topics-recent',
  'SELECT topic, community_id FROM thread_topics ORDER BY thread_id DESC LIMIT 5000',
);
/** Primary key of thread_topics; the column has collation "C", so that a prefix is a range. */
const BEGINNING = topics(
  'posts.topics-beginning',
  'SELECT topic, community_id FROM thread_topics WHERE starts_with(topic, $3) LIMIT 20000',
);
/** Primary keys of topic_follows and thread_topics. */
const FOLLOWED = {
  name: 'posts.topics-followed',
  text: `
    SELECT f.topic AS name, true AS following, (
      SELECT count(*)::int FROM thread_topics AS tt JOIN communities AS c ON c.id = tt.community_id
      WHERE tt.topic = f.topic AND ${readableCommunity('c', '$1', '$2::boolean')}) AS threads
    FROM topic_follows AS f
    WHERE f.user_id = $1 AND starts_with(f.topic, $3) ORDER BY f.topic LIMIT 500`,
} satisfies Statement;

/** Topics as a viewer may see them. */
@Injectable()
export class TopicsReader {
  constructor(private readonly database: Database) {}

  list(viewer: Viewer, { q = '', following }: ListTopicsQuery): Promise<TopicView[]> {
    const prefix = q.replace(/^#/, '').toLowerCase();
    const reader = [viewer.userId, viewer.guest];
    if (following) return this.database.run<TopicView>(FOLLOWED, [...reader, prefix]);
    return prefix
      ? this.database.run<TopicView>(BEGINNING, [...reader, prefix])
      : this.database.run<TopicView>(RECENT, reader);
  }
}
