import { v7 as uuidv7 } from 'uuid';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let guest: Person;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne de Vries'), await kring.person('Omar')];
  guest = await kring.person('Gerrit Gast', 'guest');
});
afterAll(() => kring.stop());

describe('a client id', () => {
  test('sent fifty times at once makes one thread and fifty equal answers', async () => {
    const noord = await sanne.creates('Dubbel');
    const wish = { id: uuidv7(), kind: 'update', title: 'Eén', body: 'Hoi @omar #dubbel' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => sanne.api.post(`/communities/${noord.id}/threads`, wish)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await sanne.reads(`/communities/${noord.id}/threads`)).items).toHaveLength(1);
    const started = await kring.database.query(
      `SELECT FROM (SELECT thread_id, type FROM events UNION ALL SELECT thread_id, type FROM outbox) AS e
       WHERE thread_id = $1 AND type = 'thread.started'`,
      [wish.id],
    );
    expect(started).toHaveLength(1);
  });

  test('sent fifty times at once makes one reply, counted once', async () => {
    const noord = await sanne.creates('Dubbel antwoord');
    const thread = await sanne.starts(noord, 'Vraag');
    const wish = { id: uuidv7(), body: 'Antwoord' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => sanne.api.post(`/threads/${thread.id}/posts`, wish)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const [row] = await kring.database.query('SELECT * FROM threads WHERE id = $1', [thread.id]);
    expect(row).toMatchObject({ reply_count: 1, last_position: 2 });
  });

  test('with another wish, or from somebody else, is refused and changes nothing', async () => {
    const noord = await sanne.creates('Hergebruik');
    await omar.joins(noord);
    const id = uuidv7();
    const thread = await sanne.starts(noord, 'Eerste', { id });
    const threads = `/communities/${noord.id}/threads`;
    const other = await sanne.api.post(threads, { id, kind: 'update', body: 'Tweede' });
    expect([other.status, other.body.type]).toEqual([422, 'urn:kring:problem:id-reused']);
    expect((await omar.api.post(threads, { id, kind: 'update', body: 'Eerste' })).status).toBe(422);
    const reply = await sanne.replies(thread, 'Antwoord', { id: uuidv7() });
    const again = { id: reply.id, body: 'Anders' };
    expect((await sanne.api.post(`/threads/${thread.id}/posts`, again)).status).toBe(422);
    const stolen = { id: reply.id, body: 'Antwoord' };
    expect((await omar.api.post(`/threads/${thread.id}/posts`, stolen)).status).toBe(422);
    const seen = await omar.reads(`/threads/${thread.id}`);
    expect(seen).toMatchObject({ replyCount: 1, post: { body: 'Eerste' }, latest: [{ body: 'Antwoord' }] });
  });

  test('a second try answers the stored reply even when the thread has been closed since', async () => {
    const noord = await sanne.creates('Laat antwoord');
    const thread = await sanne.starts(noord, 'Vraag');
    const wish = { id: uuidv7(), body: 'Op tijd' };
    const first = await sanne.api.post(`/threads/${thread.id}/posts`, wish);
    await sanne.api.patch(`/threads/${thread.id}`, { closed: true });
    const second = await sanne.api.post(`/threads/${thread.id}/posts`, wish);
    expect(second).toMatchObject({ status: 201, body: first.body });
    const late = await sanne.api.post(`/threads/${thread.id}/posts`, { body: 'Te laat' });
    expect([late.status, late.body.type]).toEqual([409, 'urn:kring:problem:thread-closed']);
  });
});

describe('replying', () => {
  test('a hundred people at once get a hundred positions', async () => {
    const noord = await sanne.creates('Druk');
    await omar.joins(noord);
    const thread = await sanne.starts(noord, 'Wie?');
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, n) => (n % 2 ? sanne : omar).replies(thread, `Ik ${n}`)),
    );
    const positions = replies.map(({ position }) => position).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: 100 }, (_, n) => n + 2));
    const byPosition = replies.sort((a, b) => a.position - b.position).map(({ createdAt }) => createdAt);
    expect(byPosition).toEqual([...byPosition].sort());
    expect(await sanne.reads(`/threads/${thread.id}`)).toMatchObject({
      replyCount: 100,
      activityAt: byPosition.at(-1),
      latest: [{ position: 100 }, { position: 101 }],
    });
  });

  test('the answer is what a fresh load shows', async () => {
    const noord = await sanne.creates('Vers');
    const thread = await sanne.starts(noord, 'Vraag');
    const reply = await sanne.replies(thread, 'Zeg @omar, #vers', { replyTo: thread.post.id });
    expect(reply).toMatchObject({ position: 2, replyTo: thread.post.id, mentions: [{ id: omar.id }] });
    expect(await sanne.reads(`/posts/${reply.id}`)).toEqual(reply);
    expect((await sanne.reads(`/threads/${thread.id}/posts`)).items[1]).toEqual(reply);
  });

  test('needs membership; a reader is told to join', async () => {
    const noord = await sanne.creates('Lid worden');
    const thread = await sanne.starts(noord, 'Vraag');
    const refused = await omar.api.post(`/threads/${thread.id}/posts`, { body: 'Ik' });
    expect([refused.status, refused.body.detail]).toEqual([403, 'Join this community first.']);
    expect((await guest.api.post(`/threads/${thread.id}/posts`, { body: 'Ik' })).status).toBe(404);
  });

  test('answers a post of this thread, nothing else', async () => {
    const noord = await sanne.creates('Antwoord op');
    const [one, two] = [await sanne.starts(noord, 'Eén'), await sanne.starts(noord, 'Twee')];
    for (const replyTo of [two.post.id, uuidv7()]) {
      const refused = await sanne.api.post(`/threads/${one.id}/posts`, { body: 'Hoi', replyTo });
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toMatchObject([{ field: 'replyTo' }]);
    }
    expect((await sanne.reads(`/threads/${one.id}`)).replyCount).toBe(0);
  });

  test('own posts are read, and are followed; what was muted stays muted', async () => {
    const noord = await sanne.creates('Volgen');
    await omar.joins(noord);
    const thread = await sanne.starts(noord, 'Vraag');
    await omar.api.put(`/threads/${thread.id}/read`, { position: 1 });
    expect((await omar.reads(`/threads/${thread.id}`)).mine.follow).toBeNull();
    await omar.replies(thread, 'Ik');
    expect((await omar.reads(`/threads/${thread.id}`)).mine).toMatchObject({
      readPosition: 2,
      unread: 0,
      follow: 'following',
    });
    await omar.api.put(`/threads/${thread.id}/follow`, { state: 'muted' });
    await omar.replies(thread, 'Nog eens');
    expect((await omar.reads(`/threads/${thread.id}`)).mine.follow).toBe('muted');
  });
});
