import { type Kring, type Person, startKring } from '#server-testing';

describe('feeds', () => {
  let kring: Kring;
  let sanne: Person;
  let joost: Person;
  let guest: Person;

  beforeAll(async () => {
    kring = await startKring();
    sanne = await kring.person('Sanne de Vries');
    joost = await kring.person('Joost Bakker');
    guest = await kring.person('Gast', 'guest');
  });
  afterAll(() => kring.stop());

  const idsOf = (page: any): string[] => page.items.map((thread: any) => thread.id);

  async function walk(person: Person, path: string, limit = 7): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const separator = path.includes('?') ? '&' : '?';
      const page = await person.reads(
        `${path}${separator}limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      ids.push(...idsOf(page));
      if (!page.next) return ids;
      cursor = page.next;
    }
  }

  it('shows at home what is in my communities, and everything that I may read elsewhere', async () => {
    const mine = await joost.creates('Mine');
    const open = await sanne.creates('Open');
    const closed = await sanne.creates('Closed', { visibility: 'private' });
    const secret = await sanne.creates('Secret', { visibility: 'secret' });
    const threads = {
      mine: await joost.starts(mine, 'in mine'),
      open: await sanne.starts(open, 'in open'),
      closed: await sanne.starts(closed, 'in closed'),
      secret: await sanne.starts(secret, 'in secret'),
    };
    expect(idsOf(await joost.reads('/feeds/home'))).toEqual([threads.mine.id]);
    expect(idsOf(await joost.reads('/feeds/everything'))).toEqual([threads.open.id, threads.mine.id]);
    expect(idsOf(await sanne.reads('/feeds/everything'))).toHaveLength(4);
    expect(idsOf(await guest.reads('/feeds/everything'))).toEqual([]);
    expect(idsOf(await kring.admin.reads('/feeds/everything'))).toHaveLength(2);
    await sanne.admits(guest, closed);
    expect(idsOf(await guest.reads('/feeds/everything'))).toEqual([threads.closed.id]);
    await sanne.removes(guest, closed);
    expect(idsOf(await guest.reads('/feeds/home'))).toEqual([]);
  });

  it.each(['activity', 'newest'])(
    'pages through all of it by %s, each thread once, also at equal times',
    async (sort) => {
      const reader = await kring.person(`Reader of ${sort}`);
      const places = [await reader.creates('One'), await reader.creates('Two')];
      const expected: string[] = [];
      for (const place of places)
        for (let n = 0; n < 12; n++) expected.push((await reader.starts(place, `thread ${n}`)).id);
      await kring.database.query(
        `UPDATE threads SET activity_at = '2026-01-01', created_at = '2026-01-01' WHERE id = ANY ($1)`,
        [expected],
      );
      const seen = await walk(reader, `/feeds/home?sort=${sort}`);
      expect(seen).toHaveLength(expected.length);
      expect(new Set(seen)).toEqual(new Set(expected));
    },
  );

  it('moves a thread up by activity, and leaves it by newest', async () => {
    const reader = await kring.person('Mover');
    const place = await reader.creates('Order');
    const older = await reader.starts(place, 'older');
    const newer = await reader.starts(place, 'newer');
    await reader.replies(older, 'bump');
    expect(idsOf(await reader.reads('/feeds/home?sort=activity'))).toEqual([older.id, newer.id]);
    expect(idsOf(await reader.reads('/feeds/home?sort=newest'))).toEqual([newer.id, older.id]);
  });

  it('queues questions until they have a best answer', async () => {
    const asker = await kring.person('Asker');
    const place = await asker.creates('Questions');
    const question = await asker.starts(place, 'How deep?', { kind: 'question' });
    expect(await walk(joost, '/feeds/unanswered')).toContain(question.id);
    const answer = await asker.replies(question, '12 metres');
    await asker.api.patch(`/threads/${question.id}`, { bestAnswerId: answer.id });
    expect(await walk(joost, '/feeds/unanswered')).not.toContain(question.id);
  });

  it('keeps bookmarks, a topic and what a person started, each only as far as the reader may read', async () => {
    const closed = await sanne.creates('Beton', { visibility: 'private' });
    const thread = await sanne.starts(closed, 'Gestort #betonstort');
    await sanne.admits(joost, closed);
    await joost.api.put(`/threads/${thread.id}/bookmark`);
    const paths = ['/feeds/bookmarks', '/feeds/topics/betonstort', `/users/${sanne.id}/threads`];
    for (const path of paths) expect(await walk(joost, path)).toContain(thread.id);
    await sanne.removes(joost, closed);
    for (const path of paths) expect(await walk(joost, path)).not.toContain(thread.id);
    expect((await guest.api.get(`/users/${sanne.id}/threads`)).status).toBe(404);
  });

  it('counts unread threads by position: reading, deleting and leaving lower it', async () => {
    const writer = await kring.person('Writer');
    const reader = await kring.person('Unread Reader');
    const place = await writer.creates('Counting');
    await reader.joins(place);
    const unread = async () =>
      (await reader.reads('/communities/unread')).items.find((item: any) => item.communityId === place.id)
        ?.unread;
    const one = await writer.starts(place, 'one');
    const two = await writer.starts(place, 'two');
    const three = await writer.starts(place, 'three');
    expect(await unread()).toBe(3);
    await reader.api.put(`/threads/${one.id}/read`, { position: 1 });
    expect(await unread()).toBe(2);
    await writer.api.delete(`/posts/${two.post.id}`);
    expect(await unread()).toBe(1);
    await writer.replies(one, 'again');
    expect(await unread()).toBe(2);
    await reader.replies(three, 'mine');
    expect(await unread()).toBe(1);
    await reader.api.post('/feeds/read');
    expect(await unread()).toBe(0);
    await reader.api.post(`/communities/${place.id}/leave`);
    expect(await unread()).toBeUndefined();
  });

  it.each([
    'sort=best',
    'limit=0',
    'limit=101',
    'limit=x',
    'cursor=abc',
    'page=2',
    'sort=activity&sort=newest',
  ])('refuses ?%s by naming the field', async (query) => {
    const { status, body } = await joost.api.get(`/feeds/home?${query}`);
    expect(status).toBe(400);
    expect(body.errors[0].field).toBe(query.split('=')[0]);
  });

  it('reads a page through the indexes, whatever else there is', async () => {
    await kring.database.query(
      `INSERT INTO threads (community_id, author_id, kind, is_public, created_at, activity_at)
       SELECT (SELECT id FROM communities WHERE kind = 'company'), $1, 'update', true, at, at
       FROM generate_series(now() - interval '30 days', now() - interval '1 day', interval '2 minutes') AS at`,
      [sanne.id],
    );
    await kring.database.query(
      `INSERT INTO posts (thread_id, community_id, author_id, position, body, html)
       SELECT id, community_id, author_id, 1, 'x', 'x' FROM threads AS t
       WHERE NOT EXISTS (SELECT FROM posts AS p WHERE p.thread_id = t.id)`,
    );
    await kring.database.query('ANALYZE threads, posts, memberships');
    const { EVERYTHING, HOME, UNANSWERED } = await import('../src/feeds.queries.ts');
    const values = [joost.id, false, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 21];
    for (const { text } of [HOME, EVERYTHING, UNANSWERED].flatMap((feed) => Object.values(feed))) {
      const plan = await kring.database.query<any>(`EXPLAIN (FORMAT TEXT) ${text}`, values);
      const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(lines).not.toMatch(/Seq Scan on (threads|posts)/);
    }
  });
});
