import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let guest: Person;
let open: any;
let secret: any;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne'), await kring.person('Omar')];
  guest = await kring.person('Gerrit', 'guest');
  open = await omar.creates('Open');
  secret = await omar.creates('Geheim', { visibility: 'secret' });
  for (const who of [sanne, omar, guest])
    for (const topic of ['beton', 'staal']) await who.api.put(`/topics/${topic}/follow`);
});
afterAll(() => kring.stop());

const home = async (who: Person, query = ''): Promise<any[]> =>
  (await who.reads(`/feeds/home${query}`)).items;
const idsOf = (threads: any[]) => threads.map(({ id }) => id);

test('a public thread with a followed topic is in home, once, and says why', async () => {
  const both = await omar.starts(open, 'Over #beton en #Staal');
  const [other, hidden] = [await omar.starts(open, 'Over hout'), await omar.starts(secret, 'Stil #beton')];
  const [found, ...more] = await home(sanne);
  expect(found).toMatchObject({ id: both.id, reason: { topics: ['beton', 'staal'] } });
  expect(more).toEqual([]);
  expect(idsOf(await home(omar))).toEqual([hidden.id, other.id, both.id]);
  expect((await home(omar)).map(({ reason }) => reason)).toEqual([null, null, null]);
  expect(await home(guest)).toEqual([]);
  await sanne.api.post('/feeds/read');
  expect((await sanne.reads('/feeds/everything'))['items'][0].reason).toBeUndefined();
});

test('a topic that comes in by a reply or an edit, or goes, changes home; so does following', async () => {
  const thread = await omar.starts(open, 'Zonder');
  const has = async () => idsOf(await home(sanne)).includes(thread.id);
  expect(await has()).toBe(false);
  const reply = await omar.replies(thread, 'Toch over #beton');
  expect((await home(sanne))[0].id).toBe(thread.id);
  await omar.api.patch(`/posts/${reply.id}`, { body: 'Niet', version: 1 });
  expect(await has()).toBe(false);
  await omar.api.patch(`/posts/${thread.post.id}`, { body: 'Wel #staal', version: 1 });
  expect(await has()).toBe(true);
  await sanne.api.delete('/topics/staal/follow');
  expect(await has()).toBe(false);
  await sanne.api.put('/topics/staal/follow');
  expect(await has()).toBe(true);
});

test('when the community closes its threads leave home, and come back when it opens', async () => {
  const place = await omar.creates('Dicht en open');
  const thread = await omar.starts(place, '#beton hier');
  const turn = async (visibility: string) => {
    const { version } = await omar.reads(`/communities/${place.id}`);
    await omar.api.patch(`/communities/${place.id}`, { visibility, version });
    return idsOf(await home(sanne)).includes(thread.id);
  };
  expect(await turn('private')).toBe(false);
  expect(await turn('public')).toBe(true);
});

test.each(['activity', 'newest'])('pages by %s hold every thread once, in order', async (sort) => {
  const mine = await sanne.creates(`Van Sanne ${sort}`);
  for (let n = 0; n < 6; n++) {
    await omar.starts(open, `#beton #staal ${n}`);
    await sanne.starts(mine, `#beton ${n}`);
  }
  const whole = idsOf(await home(sanne, `?sort=${sort}&limit=100`));
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: any = await sanne.reads(`/feeds/home?sort=${sort}&limit=5${next && `&cursor=${next}`}`);
    seen.push(...idsOf(page.items));
    next = page.next;
  }
  expect(seen).toEqual(whole);
  expect(new Set(seen).size).toBe(seen.length);
});

test('replies and edits at once leave the copies of a topic right', async () => {
  const thread = await omar.starts(open, 'Wedloop');
  const writes = Array.from({ length: 10 }, (_, n) => omar.replies(thread, n % 2 ? `#beton ${n}` : `${n}`));
  writes.push(omar.api.patch(`/posts/${thread.post.id}`, { body: 'Wedloop #staal', version: 1 }) as any);
  await Promise.all(writes);
  const wrong = await kring.database.query(
    `SELECT tt.topic FROM thread_topics AS tt JOIN threads AS t ON t.id = tt.thread_id
     WHERE (tt.is_public, tt.created_at, tt.activity_at) <> (t.is_public, t.created_at, t.activity_at)`,
  );
  expect(wrong).toEqual([]);
});
