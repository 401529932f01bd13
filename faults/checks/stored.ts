import type { Ledger } from '../people/ledger.ts';
import type { Site } from '../site/site.ts';

interface Row {
  id: string;
  body: string;
  deleted: boolean;
  begun: number;
}

const POSTS = `
  SELECT p.id, p.body, p.deleted_at IS NOT NULL AS deleted,
    (SELECT count(*)::int FROM events WHERE post_id = p.id AND type IN ('thread.started', 'post.replied')) AS begun
  FROM posts AS p WHERE p.community_id = ANY ($1)`;

/** Positions of a thread are 1, 2, 3 …; so are the numbers of the log, from the oldest one kept. */
const HOLES = `
  SELECT 'thread ' || thread_id AS place FROM posts GROUP BY thread_id HAVING max(position) <> count(*)
  UNION ALL
  SELECT 'the log' FROM events HAVING max(seq) - min(seq) + 1 <> count(*)
  UNION ALL
  SELECT 'the head of the log' FROM event_log WHERE head <> (SELECT max(seq) FROM events)`;

const REACTIONS = `SELECT post_id || ' ' || user_id || ' ' || emoji AS key FROM reactions WHERE post_id = ANY ($1)`;

const MENTIONS = `
  SELECT named.post_id AS "postId", named.user_id AS "userId", count(n.id)::int AS told
  FROM unnest($1::uuid[], $2::uuid[]) AS named (post_id, user_id)
  LEFT JOIN notifications AS n ON n.user_id = named.user_id AND n.group_key = 'mention:' || named.post_id
  GROUP BY 1, 2 HAVING count(n.id) <> 1`;

/** P01, in the database: all that was accepted, once, as it was sent, with all that follows from it. */
export async function wrongInStore(site: Site, ledger: Ledger, communityIds: string[]): Promise<string[]> {
  const rows = new Map((await site.rows<Row>(POSTS, [communityIds])).map((row) => [row.id, row]));
  const posts = [...ledger.posts.values()].flatMap(({ id, body, deleted }) => {
    const row = rows.get(id);
    if (!row) return [`post ${id} was accepted and is not stored`];
    if (row.body !== body || row.deleted !== deleted) return [`post ${id} is not what was accepted last`];
    return row.begun === 1 ? [] : [`post ${id} has ${row.begun} events of its beginning`];
  });
  const holes = (await site.rows<{ place: string }>(HOLES)).map(({ place }) => `${place} has a hole`);
  return [
    ...posts,
    ...holes,
    ...(await wrongReactions(site, ledger)),
    ...(await wrongMentions(site, ledger)),
  ];
}

async function wrongReactions(site: Site, { reactions, posts }: Ledger): Promise<string[]> {
  const stored = new Set((await site.rows(REACTIONS, [[...posts.keys()]])).map(({ key }) => key));
  return [...reactions]
    .filter(([key, given]) => stored.has(key) !== given)
    .map(([key, given]) => `reaction ${key} was ${given ? 'given' : 'taken back'} and is not`);
}

/** Written by the worker, from the log: once each, however often it was killed. */
async function wrongMentions(site: Site, { posts }: Ledger): Promise<string[]> {
  const named = [...posts.values()].flatMap(({ id, mentions }) => mentions.map((userId) => [id, userId]));
  const wrong = await site.rows(MENTIONS, [named.map(([id]) => id), named.map(([, userId]) => userId)]);
  return wrong.map(
    ({ postId, userId, told }) => `${userId} was told ${told} times of being named in ${postId}`,
  );
}
