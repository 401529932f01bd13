import type { RecordingTransaction, Sql } from '#platform';
import { handlesIn, type MentionableNames, renderPost, topicsIn } from '#posts';
import { TEXT_OF_A_POST } from '#search';
import type { DemoPost, DemoThread } from '../demo/story.ts';
import type { Cast, CastPlace } from './cast.ts';
import { insert } from './insert.ts';

const NEWS = 1.5 * 86_400_000;

/** Writes the threads with all that the posts lib would have written with them. */
export async function addThreads(
  sql: RecordingTransaction,
  cast: Cast,
  threads: DemoThread[],
  now: Date,
): Promise<void> {
  for (const thread of threads) await addThread(sql, cast, thread, now);
  await tellTheNews(sql, now);
  await sql.query(
    `INSERT INTO post_words (post_id, community_id, words)
     SELECT p.id, p.community_id, ${TEXT_OF_A_POST} FROM posts AS p JOIN threads AS t ON t.id = p.thread_id`,
  );
}

async function addThread(
  sql: RecordingTransaction,
  cast: Cast,
  thread: DemoThread,
  now: Date,
): Promise<void> {
  const place = cast.place(thread.community);
  const posts = thread.posts.map((post) => ({ ...post, id: cast.idAt(post.at.getTime()) }));
  const [opening] = posts;
  const id = cast.idAt(opening!.at.getTime());
  await insert(sql, 'threads', [
    {
      ...{
        id,
        community_id: place.id,
        author_id: cast.person(opening!.author).id,
        kind: thread.kind,
        title: thread.title,
      },
      ...{ is_public: place.visibility === 'public', created_at: opening!.at, activity_at: posts.at(-1)!.at },
      ...{ reply_count: posts.length - 1, last_position: posts.length, version: 1 },
      pinned_at: thread.pinned ? opening!.at : null,
    },
  ]);
  await insert(
    sql,
    'posts',
    posts.map(({ id: postId, author, body, at, reactions }, index) => ({
      ...{
        id: postId,
        thread_id: id,
        community_id: place.id,
        author_id: cast.person(author).id,
        position: index + 1,
      },
      ...{
        body,
        html: renderPost(body, namesIn(cast, place)),
        reactions: counted(reactions),
        created_at: at,
        version: 1,
      },
    })),
  );
  if (thread.bestAnswer !== null)
    await sql.query('UPDATE threads SET best_answer_id = $2 WHERE id = $1', [
      id,
      posts[thread.bestAnswer]!.id,
    ]);
  for (const post of posts) await addReactions(sql, cast, post);
  await addNames(sql, cast, place, { id, posts });
  for (const handle of thread.keptBy) await bookmark(sql, cast.person(handle).id, id, now);
}

async function bookmark(sql: Sql, userId: string, threadId: string, now: Date): Promise<void> {
  await sql.query(
    `INSERT INTO thread_marks (user_id, thread_id, bookmarked_at) VALUES ($1, $2, $3)
     ON CONFLICT (user_id, thread_id) DO UPDATE SET bookmarked_at = excluded.bookmarked_at`,
    [userId, threadId, now],
  );
}

async function addReactions(
  sql: Sql,
  cast: Cast,
  { id, at, reactions }: DemoPost & { id: string },
): Promise<void> {
  const rows = reactions.map(({ handle, emoji }) => ({
    post_id: id,
    user_id: cast.person(handle).id,
    emoji,
    created_at: at,
  }));
  await insert(sql, 'reactions', rows);
}

interface FactOfPost {
  type: 'thread.started' | 'post.replied';
  communityId: string;
  threadId: string;
  postId: string;
  actorId: string;
}

interface WrittenThread {
  id: string;
  posts: Array<DemoPost & { id: string }>;
}

/** Whom the posts mention, which topics they name, and who follows the thread because of that. */
async function addNames(sql: Sql, cast: Cast, place: CastPlace, { id, posts }: WrittenThread): Promise<void> {
  const readTo = new Map<string, number>();
  const topics = new Set<string>();
  for (const [index, post] of posts.entries()) {
    const mentioned = handlesIn(post.body).filter((handle) => mayRead(cast, handle, place));
    await insert(
      sql,
      'mentions',
      mentioned.map((handle) => ({ post_id: post.id, user_id: cast.person(handle).id })),
    );
    for (const handle of mentioned) if (!readTo.has(handle)) readTo.set(handle, 0);
    readTo.set(post.author, index + 1);
    for (const topic of topicsIn(post.body)) topics.add(topic);
  }
  const marks = [...readTo].map(([handle, read_position]) => ({
    ...{ user_id: cast.person(handle).id, thread_id: id, read_position, follow: 'following' },
  }));
  await insert(sql, 'thread_marks', marks);
  const rows = [...topics].map((topic) => ({ topic, community_id: place.id, thread_id: id }));
  await insert(sql, 'thread_topics', rows);
}

/**
 * What was written lately goes through the log, in the order of its time and as of that time, so that those whom it
 * concerns find it in their notifications.
 */
async function tellTheNews(sql: RecordingTransaction, now: Date): Promise<void> {
  const news = await sql.query<FactOfPost>(
    `SELECT CASE position WHEN 1 THEN 'thread.started' ELSE 'post.replied' END AS type, community_id AS "communityId",
       thread_id AS "threadId", id AS "postId", author_id AS "actorId"
     FROM posts WHERE created_at > $1 ORDER BY created_at, position`,
    [new Date(now.getTime() - NEWS)],
  );
  for (const fact of news) await sql.record(fact);
  await sql.query('UPDATE outbox SET at = p.created_at FROM posts AS p WHERE p.id = outbox.post_id');
}

function mayRead(cast: Cast, handle: string, place: CastPlace): boolean {
  const person = cast.people.find((one) => one.handle === handle);
  if (!person) return false;
  return cast.isMember(handle, place) || (place.visibility === 'public' && person.role !== 'guest');
}

function namesIn(cast: Cast, place: CastPlace): MentionableNames {
  const named = cast.places.filter(
    ({ id, handle, visibility }) => handle && (visibility !== 'secret' || id === place.id),
  );
  return {
    people: new Map(cast.people.map((person) => [person.handle, person])),
    communities: new Map(named.map((community) => [community.handle!, community])),
  };
}

function counted(reactions: DemoPost['reactions']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { emoji } of reactions) counts[emoji] = (counts[emoji] ?? 0) + 1;
  return counts;
}
