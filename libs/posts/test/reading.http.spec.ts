import fc from 'fast-check';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne'), await kring.person('Omar')];
});
afterAll(() => kring.stop());

async function threadOf(replies: number): Promise<any> {
  const place = await sanne.creates('Lezen');
  await omar.joins(place);
  const thread = await sanne.starts(place, 'Opening');
  for (let n = 0; n < replies; n++) await sanne.replies(thread, `Nummer ${n + 2}`);
  return thread;
}
const positionsOf = ({ items }: any) => items.map(({ position }: any) => position);
const mineOf = async (who: Person, thread: any) => (await who.reads(`/threads/${thread.id}`)).mine;

describe('the posts of a thread', () => {
  test('come newest page first, in order, and lead back to the opening post', async () => {
    const { id } = await threadOf(9);
    const posts = `/threads/${id}/posts`;
    const newest = await omar.reads(`${posts}?limit=4`);
    expect(positionsOf(newest)).toEqual([7, 8, 9, 10]);
    const older = await omar.reads(`${posts}?limit=4&cursor=${newest.next}`);
    expect(positionsOf(older)).toEqual([3, 4, 5, 6]);
    const oldest = await omar.reads(`${posts}?limit=4&cursor=${older.next}`);
    expect(positionsOf(oldest)).toEqual([1, 2]);
    expect(oldest.next).toBeNull();
  });

  test('come before, after and around a place', async () => {
    const { id } = await threadOf(9);
    const posts = `/threads/${id}/posts`;
    expect(positionsOf(await omar.reads(`${posts}?before=5&limit=3`))).toEqual([2, 3, 4]);
    expect(positionsOf(await omar.reads(`${posts}?after=5&limit=3`))).toEqual([6, 7, 8]);
    expect(positionsOf(await omar.reads(`${posts}?after=10`))).toEqual([]);
    const { items } = await omar.reads(`${posts}?before=7&limit=1`);
    expect(positionsOf(await omar.reads(`${posts}?around=${items[0].id}&limit=4`))).toEqual([4, 5, 6, 7]);
    expect((await omar.api.get(`${posts}?before=3&after=1`)).status).toBe(400);
    expect((await omar.api.get(`${posts}?cursor=x`)).status).toBe(400);
    const other = await threadOf(0);
    expect((await omar.api.get(`/threads/${other.id}/posts?around=${items[0].id}`)).status).toBe(404);
  });
});

describe('how far somebody read', () => {
  test('never goes back, and never past the last post', async () => {
    const thread = await threadOf(3);
    const read = (position: number) => omar.api.put(`/threads/${thread.id}/read`, { position });
    expect(await mineOf(omar, thread)).toMatchObject({ readPosition: 0, lastPosition: 4, unread: 4 });
    await read(2);
    expect(await mineOf(omar, thread)).toMatchObject({ readPosition: 2, unread: 2 });
    await read(1);
    expect(await mineOf(omar, thread)).toMatchObject({ readPosition: 2, unread: 2 });
    await read(1_000_000);
    expect(await mineOf(omar, thread)).toMatchObject({ readPosition: 4, unread: 0 });
    await sanne.replies(thread, 'Nieuw');
    expect(await mineOf(omar, thread)).toMatchObject({ readPosition: 4, lastPosition: 5, unread: 1 });
  });

  test('is told once for each move, and only to its reader', async () => {
    const thread = await threadOf(3);
    for (const position of [2, 2, 1, 3, 3]) await omar.api.put(`/threads/${thread.id}/read`, { position });
    const events = await kring.database.query<any>(
      `SELECT user_id FROM (SELECT type, thread_id, user_id FROM events
         UNION ALL SELECT type, thread_id, user_id FROM outbox) AS e
       WHERE type = 'thread.marked' AND thread_id = $1`,
      [thread.id],
    );
    expect(events).toEqual([{ user_id: omar.id }, { user_id: omar.id }]);
  });

  test('what was there before joining counts as read; so does all of a community at once', async () => {
    const place = await sanne.creates('Later gekomen');
    const old = await sanne.starts(place, 'Oud');
    await new Promise((done) => setTimeout(done, 5));
    await omar.joins(place);
    expect(await mineOf(omar, old)).toMatchObject({ readPosition: 1, unread: 0 });
    await sanne.replies(old, 'Nieuw');
    const fresh = await sanne.starts(place, 'Vers');
    expect(await mineOf(omar, old)).toMatchObject({ readPosition: 1, unread: 1 });
    expect(await mineOf(omar, fresh)).toMatchObject({ readPosition: 0, unread: 1 });
    expect((await omar.api.post(`/communities/${place.id}/read`)).status).toBe(204);
    expect(await mineOf(omar, old)).toMatchObject({ readPosition: 2, unread: 0 });
    expect(await mineOf(omar, fresh)).toMatchObject({ readPosition: 1, unread: 0 });
  });

  test('unread stops counting at a hundred', async () => {
    const thread = await threadOf(0);
    await kring.database.query(
      `INSERT INTO posts (thread_id, community_id, author_id, position, body, html)
       SELECT $1, $2, $3, n, 'x', 'x' FROM generate_series(2, 150) AS n`,
      [thread.id, thread.communityId, sanne.id],
    );
    await kring.database.query(
      'UPDATE threads SET last_position = 150, reply_count = 149, activity_at = now() WHERE id = $1',
      [thread.id],
    );
    expect(await mineOf(omar, thread)).toMatchObject({ unread: 100, lastPosition: 150 });
  });

  type Action = ['reply', boolean] | ['delete', number] | ['read', number] | ['readAll'];
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.tuple(fc.constant('reply' as const), fc.boolean()),
    fc.tuple(fc.constant('delete' as const), fc.nat(12)),
    fc.tuple(fc.constant('read' as const), fc.nat(12)),
    fc.tuple(fc.constant('readAll' as const)),
  );

  test('unread is what others wrote after it and did not delete, whatever happens in which order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 15 }), async (actions) => {
        const thread = await threadOf(0);
        const posts = [{ id: thread.post.id, mine: false, deleted: false }];
        let read = 0;
        for (const [what, how] of actions) {
          if (what === 'reply') {
            const { id, position } = await (how ? omar : sanne).replies(thread, 'x');
            posts.push({ id, mine: Boolean(how), deleted: false });
            if (how) read = position;
          } else if (what === 'delete') {
            const post = posts[(how as number) % posts.length]!;
            await (post.mine ? omar : sanne).api.delete(`/posts/${post.id}`);
            post.deleted = true;
            if (posts.every(({ deleted }) => deleted)) {
              expect((await omar.api.get(`/threads/${thread.id}`)).status).toBe(404);
              return;
            }
          } else if (what === 'read') {
            await omar.api.put(`/threads/${thread.id}/read`, { position: how });
            read = Math.max(read, Math.min(how as number, posts.length));
          } else {
            await omar.api.post(`/communities/${thread.communityId}/read`);
            read = posts.length;
            // Moments are kept to the millisecond: what comes in the same one counts as read too.
            await new Promise((done) => setTimeout(done, 2));
          }
        }
        const unread = posts.slice(read).filter(({ mine, deleted }) => !mine && !deleted).length;
        expect(await mineOf(omar, thread)).toMatchObject({
          readPosition: read,
          lastPosition: posts.length,
          unread,
        });
      }),
      { numRuns: 25 },
    );
  });
});

describe('bookmarks, following, topics', () => {
  test('a thread is kept, followed, muted, let go', async () => {
    const thread = await threadOf(0);
    const path = `/threads/${thread.id}`;
    expect((await omar.api.put(`${path}/bookmark`)).status).toBe(204);
    expect((await omar.api.put(`${path}/follow`, { state: 'muted' })).status).toBe(204);
    expect(await mineOf(omar, thread)).toMatchObject({ bookmarked: true, follow: 'muted' });
    expect((await omar.api.delete(`${path}/bookmark`)).status).toBe(204);
    await omar.api.put(`${path}/follow`, { state: 'none' });
    expect(await mineOf(omar, thread)).toMatchObject({ bookmarked: false, follow: null });
    expect((await omar.api.put(`${path}/follow`, { state: 'x' })).status).toBe(400);
  });

  test('topics are counted over what the reader may read', async () => {
    const secret = await sanne.creates('Geheim', { visibility: 'secret' });
    const open = await sanne.creates('Open');
    await sanne.starts(secret, '#zonnepanelen');
    await sanne.starts(open, '#Zonnepanelen en #zonneboiler');
    await omar.api.put('/topics/Zonneboiler/follow');
    const names = async (who: Person, query: string) =>
      (await who.reads(`/topics?${query}`)).items.map((topic: any) => Object.values(topic).join(' '));
    expect(await names(sanne, 'q=zon')).toEqual(['zonnepanelen 2 false', 'zonneboiler 1 false']);
    expect(await names(omar, `q=${encodeURIComponent('#ZON')}`)).toEqual([
      'zonneboiler 1 true',
      'zonnepanelen 1 false',
    ]);
    expect((await omar.reads('/topics?following=true')).items).toEqual([
      { name: 'zonneboiler', threads: 1, following: true },
    ]);
    await omar.api.delete('/topics/zonneboiler/follow');
    expect((await omar.reads('/topics?following=true')).items).toEqual([]);
    expect((await omar.api.put(`/topics/${encodeURIComponent('a b')}/follow`)).status).toBe(404);
  });
});
