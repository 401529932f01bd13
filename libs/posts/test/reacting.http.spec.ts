import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let mod: Person;
let noord: any;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar, mod] = [await kring.person('Sanne'), await kring.person('Omar'), await kring.person('Mo')];
  noord = await kring.admin.creates('Nieuwbouw Noord');
  for (const person of [sanne, omar]) await person.joins(noord);
  await kring.admin.admits(mod, noord, 'moderator');
});
afterAll(() => kring.stop());

describe('reactions', () => {
  const path = (post: any, emoji: string) => `/posts/${post.id}/reactions/${encodeURIComponent(emoji)}`;

  test('are counted, each person once, and shown with who gave them', async () => {
    const { post } = await sanne.starts(noord, 'Klaar!');
    await omar.reacts(post, '🎉');
    await omar.reacts(post, '🎉');
    await mod.reacts(post, '🎉');
    const answer = await mod.api.put(path(post, '❤'));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        reactions: [
          { emoji: '🎉', count: 2 },
          { emoji: '❤️', count: 1 },
        ],
      },
    });
    expect((await mod.reads(`/posts/${post.id}`)).mine.reactions.sort()).toEqual(['❤️', '🎉'].sort());
    expect((await sanne.reads(`/posts/${post.id}/reactions`)).items).toMatchObject([
      { emoji: '🎉', users: [{ id: omar.id }, { id: mod.id }] },
      { emoji: '❤️', users: [{ id: mod.id }] },
    ]);
    await mod.api.delete(path(post, '❤️'));
    const back = await mod.api.delete(path(post, '❤️'));
    expect(back).toMatchObject({ status: 200, body: { reactions: [{ emoji: '🎉', count: 2 }] } });
  });

  test('take any one emoji and nothing else', async () => {
    const { post } = await sanne.starts(noord, 'Klaar!');
    for (const emoji of ['👍🏽', '👩‍👩‍👧‍👦', '🇳🇱', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])
      expect((await omar.api.put(path(post, emoji))).status).toBe(200);
    for (const text of ['a', '1', '👍👍', '👍a', ' ', '__proto__', '👍'.repeat(100), '\u0000', '<b>']) {
      const { status, body } = await omar.api.put(path(post, text));
      expect([status, body.errors?.[0].field]).toEqual([400, 'emoji']);
    }
  });

  test('one person gives a post twenty at most', async () => {
    const { post } = await sanne.starts(noord, 'Klaar!');
    const emoji = Array.from({ length: 21 }, (_, n) => String.fromCodePoint(0x1f600 + n));
    const statuses = [];
    for (const one of emoji) statuses.push((await omar.api.put(path(post, one))).status);
    expect(statuses).toEqual([...Array(20).fill(200), 409]);
    expect((await omar.api.put(path(post, emoji[0]!))).status).toBe(200);
  });

  test('twenty at most also when they come at once, and who stays below is never refused', async () => {
    const { post } = await sanne.starts(noord, 'Klaar!');
    const emoji = Array.from({ length: 26 }, (_, n) => String.fromCodePoint(0x1f600 + n));
    const answers = await Promise.all(emoji.map((one) => omar.api.put(path(post, one))));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(20).fill(200), ...Array(6).fill(409)]);
    expect((await omar.reads(`/posts/${post.id}`)).mine.reactions).toHaveLength(20);
    const storm = Array.from({ length: 120 }, (_, n) =>
      mod.api[n % 2 ? 'put' : 'delete'](path(post, emoji[n % 3]!)),
    );
    expect(new Set((await Promise.all(storm)).map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('a hundred at once, given and taken back, leave the count that the rows have', async () => {
    const { post } = await sanne.starts(noord, 'Klaar!');
    const people = [sanne, omar, mod, kring.admin];
    const random = [...'0110100110010110011010010110100110010110011010011001011001101001'.repeat(2)].slice(
      0,
      100,
    );
    await Promise.all(
      random.map((bit, n) =>
        people[n % 4]!.api[bit === '1' ? 'put' : 'delete'](path(post, n % 3 ? '👍' : '🎉')),
      ),
    );
    const rows = await kring.database.query<any>(
      'SELECT emoji, count(*)::int AS count FROM reactions WHERE post_id = $1 GROUP BY emoji',
      [post.id],
    );
    const [stored] = await kring.database.query<any>('SELECT reactions FROM posts WHERE id = $1', [post.id]);
    expect(stored.reactions).toEqual(Object.fromEntries(rows.map(({ emoji, count }: any) => [emoji, count])));
  });
});

describe('keeping a thread in order', () => {
  const change = (who: Person, thread: any, wish: object) => who.api.patch(`/threads/${thread.id}`, wish);

  test('pins and closes are for owners and moderators', async () => {
    const thread = await sanne.starts(noord, 'Spelregels');
    for (const wish of [{ pinned: true }, { closed: true }]) {
      expect((await change(sanne, thread, wish)).status).toBe(403);
      expect((await change(mod, thread, wish)).status).toBe(200);
    }
    const list = await omar.reads(`/communities/${noord.id}/threads`);
    expect(list.pinned).toMatchObject([{ id: thread.id, pinned: true, closed: true }]);
    const first = await omar.reads(`/communities/${noord.id}/threads?limit=1`);
    const next = await omar.reads(`/communities/${noord.id}/threads?limit=1&cursor=${first.next}`);
    expect([first.pinned.length, next.pinned]).toEqual([1, undefined]);
    await change(mod, thread, { pinned: false });
    expect((await omar.reads(`/communities/${noord.id}/threads`)).pinned).toEqual([]);
  });

  test('the best answer is chosen by who asked, and by those who keep order', async () => {
    const thread = await sanne.starts(noord, 'Hoe?', { kind: 'question' });
    const answer = await omar.replies(thread, 'Zo');
    expect((await change(omar, thread, { bestAnswerId: answer.id })).status).toBe(403);
    expect(await change(sanne, thread, { bestAnswerId: answer.id })).toMatchObject({
      status: 200,
      body: { bestAnswerId: answer.id, version: 2 },
    });
    expect((await change(mod, thread, { bestAnswerId: null })).body.bestAnswerId).toBeNull();
    expect((await change(sanne, thread, { bestAnswerId: thread.post.id })).status).toBe(400);
    const update = await sanne.starts(noord, 'Geen vraag');
    const reply = await omar.replies(update, 'Zo');
    expect((await change(sanne, update, { bestAnswerId: reply.id })).status).toBe(400);
  });

  test('the title is its author’s; a stale version is refused; nothing changed is no change', async () => {
    const thread = await sanne.starts(noord, 'Tekst', { title: 'Een' });
    expect((await change(mod, thread, { title: 'Twee' })).status).toBe(403);
    const changed = await change(sanne, thread, { title: 'Twee', version: 1 });
    expect(changed.body).toMatchObject({ title: 'Twee', version: 2 });
    const stale = await change(sanne, thread, { title: 'Drie', version: 1 });
    expect(stale).toMatchObject({ status: 412, body: { current: { title: 'Twee' } } });
    expect((await change(sanne, thread, { title: 'Twee' })).body.version).toBe(2);
    expect((await change(sanne, thread, { title: null })).body).toMatchObject({ title: null, version: 3 });
  });
});
