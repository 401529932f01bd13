import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let lotte: Person;
let guest: Person;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne'), await kring.person('Omar')];
  [lotte, guest] = [await kring.person('Lotte'), await kring.person('Gerrit', 'guest')];
});
afterAll(() => kring.stop());

async function talk(among: Person, ...others: Person[]): Promise<any> {
  const memberIds = others.map(({ id }) => id);
  const { body } = await among.api.post('/communities', { kind: 'conversation', memberIds });
  return body;
}
const mine = async (who: Person, query = ''): Promise<any> => who.reads(`/conversations${query}`);

test('conversations come by their latest activity, with the last words, their author and what is unread', async () => {
  const [two, all] = [await talk(sanne, omar), await talk(sanne, omar, lotte)];
  expect((await mine(sanne)).items.map((one: any) => [one.id, one.last, one.unread])).toEqual([
    [all.id, null, 0],
    [two.id, null, 0],
  ]);
  const thread = await sanne.starts(two, 'Heb je de **tekening** van de [brug](https://example.com)?');
  const reply = await omar.replies(thread, `Ja, ${'lang '.repeat(100)}`);
  const [first, second] = (await mine(sanne)).items;
  expect(second.id).toBe(all.id);
  expect(first).toMatchObject({
    id: two.id,
    activityAt: reply.createdAt,
    last: { threadId: thread.id, postId: reply.id, author: { name: 'Omar' }, createdAt: reply.createdAt },
    unread: 1,
  });
  expect(first.members.map(({ name }: any) => name)).toEqual(['Omar', 'Sanne']);
  expect(first.last.excerpt).toMatch(/^Ja, lang.{0,140}…$/);
  expect((await mine(omar)).items[0].unread).toBe(0);
  expect((await mine(lotte)).items.map(({ id }: any) => id)).toEqual([all.id]);
  await sanne.api.put(`/threads/${thread.id}/read`, { position: 2 });
  expect((await mine(sanne)).items[0].unread).toBe(0);
});

test('of a deleted message the list tells that it was there, and no word of it', async () => {
  const place = await talk(omar, guest);
  const thread = await omar.starts(place, 'Dit was een vergissing');
  expect((await mine(guest)).items[0]).toMatchObject({
    last: { excerpt: 'Dit was een vergissing' },
    unread: 1,
  });
  const again = await omar.replies(thread, 'En dit ook');
  await omar.api.delete(`/posts/${again.id}`);
  expect((await mine(guest)).items[0]).toMatchObject({ last: { excerpt: null }, unread: 1 });
  await omar.api.delete(`/posts/${thread.post.id}`);
  expect((await mine(guest)).items[0]).toMatchObject({ last: null, unread: 0 });
});

test('the pages hold every conversation once, also those begun at the same moment', async () => {
  const all = await Promise.all(
    Array.from({ length: 7 }, async (_, n) => talk(lotte, await kring.person(`P${n}`))),
  );
  await kring.database.query("UPDATE communities SET created_at = '2026-01-01' WHERE id = ANY ($1)", [
    all.map(({ id }) => id),
  ]);
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page = await mine(lotte, `?limit=3${next && `&cursor=${next}`}`);
    seen.push(...page.items.map(({ id }: any) => id));
    next = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(expect.arrayContaining(all.map(({ id }) => id)));
});

test('who left a conversation has it no more; nobody else ever sees it', async () => {
  const place = await talk(sanne, omar, guest);
  await sanne.starts(place, 'Met z’n drieën');
  expect((await mine(omar)).items.map(({ id }: any) => id)).toContain(place.id);
  await omar.api.post(`/communities/${place.id}/leave`);
  expect((await mine(omar)).items.map(({ id }: any) => id)).not.toContain(place.id);
  for (const other of [kring.admin, lotte])
    expect((await mine(other)).items.map(({ id }: any) => id)).not.toContain(place.id);
});

test('conversations are in no feed, and reading all feeds leaves them unread', async () => {
  const place = await talk(lotte, guest);
  const thread = await lotte.starts(place, 'Alleen voor jou?', { kind: 'question' });
  for (const feed of ['home', 'everything', 'unanswered'])
    for (const who of [lotte, guest]) {
      const { items } = await who.reads(`/feeds/${feed}`);
      expect(items.map(({ id }: any) => id)).not.toContain(thread.id);
    }
  await guest.api.post('/feeds/read');
  expect((await mine(guest)).items[0]).toMatchObject({ id: place.id, unread: 1 });
});

test('a cursor of another list is refused', async () => {
  expect((await sanne.api.get('/conversations?cursor=WzFd')).status).toBe(400);
});
