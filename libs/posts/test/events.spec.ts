import { EventPresenters, type LoggedEvent } from '#platform';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne'), await kring.person('Omar')];
});
afterAll(() => kring.stop());

/** What clients get of the events of a thread, once all are numbered. */
async function eventsOf(threadId: string): Promise<Array<{ type: string; audience: string; data: any }>> {
  for (;;) {
    const waiting = await kring.database.query('SELECT FROM outbox');
    if (waiting.length === 0) break;
    await new Promise((done) => setTimeout(done, 10));
  }
  const events = await kring.database.query<LoggedEvent>(
    `SELECT seq, type, community_id AS "communityId", thread_id AS "threadId", post_id AS "postId",
       user_id AS "userId", actor_id AS "actorId", data, at
     FROM events WHERE thread_id = $1 ORDER BY seq`,
    [threadId],
  );
  const presented = await kring.app.get(EventPresenters).present(events);
  return presented.map(({ event: { type }, audience, data }) => ({ type, audience, data }));
}
const neutral = ({ mine: _, ...view }: any) => view;
const neutralThread = (view: any) => ({
  ...neutral(view),
  post: neutral(view.post),
  latest: view.latest.map(neutral),
});

test('an event carries what a fresh load shows, without what is one reader’s own', async () => {
  const place = await sanne.creates('Gelijk');
  await omar.joins(place);
  const { id, post } = await sanne.starts(place, 'Vraag @omar #gelijk', { kind: 'question' });
  const reply = await omar.replies({ id }, 'Antwoord @sanne');
  await sanne.reacts(reply, '👍');
  await sanne.api.patch(`/posts/${post.id}`, { body: 'Vraag, beter', version: 1 });
  await sanne.api.patch(`/threads/${id}`, { bestAnswerId: reply.id });
  await omar.api.put(`/threads/${id}/bookmark`);
  const wrong = await omar.replies({ id }, 'Fout');
  await omar.api.delete(`/posts/${wrong.id}`);

  const thread = await sanne.reads(`/threads/${id}`);
  const digest = {
    id,
    title: null,
    replyCount: 1,
    activityAt: thread.activityAt,
    lastPosition: 3,
    bestAnswerId: reply.id,
    asksAcknowledgement: false,
    version: 2,
    topics: [],
  };
  const fresh = async (postId: string) => neutral(await sanne.reads(`/posts/${postId}`));
  const [answer, gone, opening] = [await fresh(reply.id), await fresh(wrong.id), await fresh(post.id)];
  const { mine } = await omar.reads(`/threads/${id}`);
  expect(await eventsOf(id)).toEqual([
    { type: 'thread.started', audience: 'community', data: { thread: neutralThread(thread) } },
    { type: 'post.replied', audience: 'community', data: { post: answer, thread: digest } },
    {
      type: 'post.reacted',
      audience: 'community',
      data: {
        postId: reply.id,
        threadId: id,
        reactions: [{ emoji: '👍', count: 1 }],
        actorId: sanne.id,
        emoji: '👍',
        added: true,
      },
    },
    { type: 'post.edited', audience: 'community', data: { post: opening } },
    // The edit took the topic away.
    { type: 'thread.changed', audience: 'community', data: { thread: neutralThread(thread), topics: [] } },
    { type: 'thread.changed', audience: 'community', data: { thread: neutralThread(thread) } },
    { type: 'thread.marked', audience: 'user', data: { threadId: id, mine } },
    { type: 'post.replied', audience: 'community', data: { post: gone, thread: digest } },
    { type: 'post.deleted', audience: 'community', data: { post: gone, thread: digest } },
  ]);
  expect(JSON.stringify(await kring.database.query('SELECT data FROM events'))).not.toMatch(
    /Antwoord|Vraag|Fout/,
  );
});

test('five hundred events cost three queries', async () => {
  const place = await sanne.creates('Veel');
  const thread = await sanne.starts(place, 'Veel');
  for (let n = 0; n < 20; n++) await sanne.replies(thread, `${n}`);
  await eventsOf(thread.id);
  const events = await kring.database.query<LoggedEvent>(
    `SELECT seq, type, community_id AS "communityId", thread_id AS "threadId", post_id AS "postId",
       user_id AS "userId", actor_id AS "actorId", data FROM events WHERE thread_id = $1`,
    [thread.id],
  );
  const many = Array.from({ length: 25 }, () => events).flat();
  let queries = 0;
  const run = kring.database.run.bind(kring.database);
  kring.database.run = (statement, values) => {
    if (statement.name.startsWith('posts.')) queries++;
    return run(statement, values);
  };
  await kring.app.get(EventPresenters).present(many);
  kring.database.run = run;
  expect(queries).toBeLessThanOrEqual(3);
});
