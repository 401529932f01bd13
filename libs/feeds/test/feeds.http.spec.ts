import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let guest: Person;
let open: any;
let secret: any;
let theirs: any;
const threads: Record<string, any> = {};
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne'), await kring.person('Omar')];
  guest = await kring.person('Gerrit', 'guest');
  open = await sanne.creates('Open plein');
  secret = await sanne.creates('Geheim', { visibility: 'secret' });
  theirs = await omar.creates('Van Omar');
  await sanne.admits(guest, secret);
  threads.open = await sanne.starts(open, 'Open #bouw', { kind: 'question' });
  threads.secret = await sanne.starts(secret, 'Geheim #bouw', { kind: 'question' });
  threads.theirs = await omar.starts(theirs, 'Van Omar #bouw', { kind: 'question' });
  threads.closed = await omar.starts(theirs, 'Dicht', { kind: 'question' });
  await omar.api.patch(`/threads/${threads.closed.id}`, { closed: true });
});
afterAll(() => kring.stop());

const idsOf = ({ items }: any): string[] => items.map(({ id }: any) => id);
const named = (ids: string[]) =>
  ids.map((id) => Object.keys(threads).find((name) => threads[name].id === id) ?? id);
const feed = async (who: Person, path: string) => named(idsOf(await who.reads(path)));

test('home is what my communities have, everything what I may read', async () => {
  expect(await feed(sanne, '/feeds/home')).toEqual(['secret', 'open']);
  expect(await feed(omar, '/feeds/home')).toEqual(['closed', 'theirs']);
  expect(await feed(guest, '/feeds/home')).toEqual(['secret']);
  expect(await feed(sanne, '/feeds/everything')).toEqual(['closed', 'theirs', 'secret', 'open']);
  expect(await feed(omar, '/feeds/everything')).toEqual(['closed', 'theirs', 'open']);
  expect(await feed(guest, '/feeds/everything')).toEqual(['secret']);
});

test('unanswered is open questions; a best answer ends it', async () => {
  expect(await feed(sanne, '/feeds/unanswered')).toEqual(['theirs', 'secret', 'open']);
  expect(await feed(guest, '/feeds/unanswered?sort=newest')).toEqual(['secret']);
  const answer = await sanne.replies(threads.open, 'Zo');
  await sanne.api.patch(`/threads/${threads.open.id}`, { bestAnswerId: answer.id });
  expect(await feed(sanne, '/feeds/unanswered')).toEqual(['theirs', 'secret']);
});

test('a guest who was let into a public community finds it in every feed', async () => {
  const visitor = await kring.person('Bezoeker', 'guest');
  await sanne.admits(visitor, open);
  for (const path of ['/feeds/home', '/feeds/everything', '/feeds/topics/bouw'])
    expect(await feed(visitor, path)).toEqual(['open']);
});

test('activity brings a thread up, newest keeps it in its place', async () => {
  await sanne.replies(threads.open, 'Nog iets');
  expect((await feed(sanne, '/feeds/home'))[0]).toBe('open');
  expect(await feed(sanne, '/feeds/home?sort=newest')).toEqual(['secret', 'open']);
  expect(await feed(omar, '/feeds/everything?sort=newest')).toEqual(['closed', 'theirs', 'open']);
});

test('a topic and a person show what the reader may read', async () => {
  expect((await feed(sanne, '/feeds/topics/Bouw?sort=newest')).sort()).toEqual(['open', 'secret', 'theirs']);
  expect(await feed(omar, '/feeds/topics/bouw?sort=newest')).toEqual(['theirs', 'open']);
  expect(await feed(guest, '/feeds/topics/bouw')).toEqual(['secret']);
  expect(await feed(omar, '/feeds/topics/niets')).toEqual([]);
  expect(await feed(omar, `/users/${sanne.id}/threads?sort=newest`)).toEqual(['open']);
  expect(await feed(guest, `/users/${sanne.id}/threads`)).toEqual(['secret']);
  expect((await guest.api.get(`/users/${omar.id}/threads`)).status).toBe(404);
});

test('what is said in a conversation stands in nobody’s profile', async () => {
  const talk = await sanne.api.post('/communities', { kind: 'conversation', memberIds: [omar.id] });
  await sanne.starts(talk.body, 'Onder ons');
  for (const sort of ['activity', 'newest']) {
    const path = `/users/${sanne.id}/threads?sort=${sort}`;
    expect((await feed(sanne, path)).sort()).toEqual(['open', 'secret']);
    expect(await feed(omar, path)).toEqual(['open']);
  }
});

test('bookmarks come newest first, and only while they may be read', async () => {
  for (const name of ['open', 'theirs', 'secret']) {
    await guestMay(sanne, `/threads/${threads[name].id}/bookmark`);
    await new Promise((done) => setTimeout(done, 3));
  }
  expect(await feed(sanne, '/feeds/bookmarks?sort=activity')).toEqual(['secret', 'theirs', 'open']);
  const first = await sanne.reads('/feeds/bookmarks?limit=2');
  expect(await feed(sanne, `/feeds/bookmarks?limit=2&cursor=${first.next}`)).toEqual(['open']);
  await guestMay(guest, `/threads/${threads.secret.id}/bookmark`);
  await sanne.removes(guest, secret);
  for (const path of ['/feeds/bookmarks', '/feeds/home', '/feeds/everything', '/feeds/topics/bouw'])
    expect(await feed(guest, path)).toEqual([]);
});
const guestMay = async (who: Person, path: string) => expect((await who.api.put(path)).status).toBe(204);

test('what became private leaves the feeds of those who are no members', async () => {
  const place = await omar.creates('Nu nog open');
  threads.moving = await omar.starts(place, 'Wat hier staat');
  expect(await feed(sanne, '/feeds/everything')).toContain('moving');
  await omar.api.patch(`/communities/${place.id}`, { visibility: 'private', version: place.version });
  expect(await feed(sanne, '/feeds/everything')).not.toContain('moving');
  expect(await feed(omar, '/feeds/everything')).toContain('moving');
});

test('muting hides nothing, and says so', async () => {
  await omar.api.put(`/threads/${threads.theirs.id}/follow`, { state: 'muted' });
  const { items } = await omar.reads('/feeds/home');
  expect(items.find(({ id }: any) => id === threads.theirs.id).mine.follow).toBe('muted');
});

test('each community says how many threads have something unread', async () => {
  const place = await sanne.creates('Ongelezen');
  await omar.joins(place);
  await new Promise((done) => setTimeout(done, 3));
  const unread = async () =>
    (await omar.reads('/communities/unread')).items.find((one: any) => one.communityId === place.id).unread;
  const [one, two] = [await sanne.starts(place, 'Een'), await sanne.starts(place, 'Twee')];
  await sanne.replies(one, 'Een en een half');
  expect(await unread()).toBe(2);
  await omar.api.put(`/threads/${one.id}/read`, { position: 2 });
  expect(await unread()).toBe(1);
  await sanne.api.delete(`/posts/${two.post.id}`);
  expect(await unread()).toBe(0);
  const three = await sanne.starts(place, 'Drie');
  expect(await unread()).toBe(1);
  await omar.api.put(`/threads/${three.id}/read`, { position: 1 });
  await omar.replies(three, 'Van mij');
  expect(await unread()).toBe(0);
  await sanne.replies(one, 'Weer');
  expect((await omar.api.post('/feeds/read')).status).toBe(204);
  expect(await unread()).toBe(0);
  expect((await omar.reads(`/threads/${one.id}`)).mine).toMatchObject({ unread: 0, readPosition: 3 });
});

test('a feed refuses what it does not know', async () => {
  for (const query of [
    'sort=best',
    'limit=0',
    'limit=101',
    'cursor=x',
    'page=2',
    'sort=newest&sort=activity',
  ])
    for (const path of ['home', 'everything', 'bookmarks', 'unanswered', 'topics/bouw'])
      expect([path, query, (await omar.api.get(`/feeds/${path}?${query}`)).status]).toEqual([
        path,
        query,
        400,
      ]);
  expect((await omar.api.get('/feeds/topics/a%20b')).status).toBe(404);
  expect((await omar.api.get('/users/x/threads')).status).toBe(404);
});

test('the count of a feed is that of what a reader finds in it', async () => {
  const start = '2026-01-01T00:00:00.000Z';
  for (const who of [sanne, omar, guest])
    for (const name of ['home', 'everything', 'unanswered'])
      for (const sort of ['activity', 'newest']) {
        const shown = await feed(who, `/feeds/${name}?limit=100&sort=${sort}`);
        const counted = await who.reads(`/feeds/${name}/count?since=${start}&sort=${sort}`);
        expect(counted).toEqual({ count: shown.length, more: false });
      }
  expect(await sanne.reads('/feeds/home/count?since=2099-01-01T00:00:00.000Z')).toMatchObject({ count: 0 });
  expect((await sanne.api.get('/feeds/home/count')).status).toBe(400);
});
