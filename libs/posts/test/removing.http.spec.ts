import { v7 as uuidv7 } from 'uuid';
import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
let noord: any;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne'), await kring.person('Omar')];
  noord = await sanne.creates('Nieuwbouw Noord');
  await omar.joins(noord);
});
afterAll(() => kring.stop());

const remove = (who: Person, post: { id: string }) => who.api.delete(`/posts/${post.id}`);
const idsIn = async (who: Person, path: string): Promise<string[]> =>
  (await who.reads(path)).items.map(({ id }: any) => id);

test('a thread that nobody answered goes with its opening post: from every list, count and address', async () => {
  const thread = await sanne.starts(noord, 'Vergissing #weg @omar', { kind: 'question' });
  await omar.reacts(thread.post, '👍');
  await omar.api.put(`/threads/${thread.id}/bookmark`);
  expect((await remove(sanne, thread.post)).status).toBe(204);
  const lists = [
    ...['home', 'everything', 'unanswered', 'bookmarks', 'topics/weg'].map((feed) => `/feeds/${feed}`),
    `/communities/${noord.id}/threads`,
    `/users/${sanne.id}/threads`,
  ];
  for (const list of lists) expect(await idsIn(omar, list)).not.toContain(thread.id);
  for (const address of [
    `/threads/${thread.id}`,
    `/threads/${thread.id}/posts`,
    `/posts/${thread.post.id}`,
    `/posts/${thread.post.id}/edits`,
  ])
    for (const who of [sanne, omar]) expect((await who.api.get(address)).status).toBe(404);
  expect((await omar.reads('/topics?q=weg')).items).toEqual([]);
  expect((await remove(sanne, thread.post)).status).toBe(404);
  expect((await omar.api.post(`/threads/${thread.id}/posts`, { body: 'Te laat' })).status).toBe(404);
});

test('a thread with an answer keeps its place, until that goes too', async () => {
  const thread = await sanne.starts(noord, 'Vraag', { title: 'Titel' });
  const reply = await omar.replies(thread, 'Antwoord', { replyTo: thread.post.id });
  const second = await sanne.replies(thread, 'Nog een');
  await remove(sanne, thread.post);
  await remove(omar, reply);
  expect(await omar.reads(`/threads/${thread.id}`)).toMatchObject({ replyCount: 1, post: { body: '' } });
  await remove(sanne, second);
  expect((await omar.api.get(`/threads/${thread.id}`)).status).toBe(404);
});

test('of an answer and a deletion at the same moment one comes first, and nothing is in between', async () => {
  for (let round = 0; round < 5; round++) {
    const thread = await sanne.starts(noord, 'Tegelijk');
    const [deleted, replied] = await Promise.all([
      remove(sanne, thread.post),
      omar.api.post(`/threads/${thread.id}/posts`, { body: 'Antwoord' }),
    ]);
    expect(deleted.status).toBe(204);
    const found = await omar.api.get(`/threads/${thread.id}`);
    expect([replied.status, found.status]).toEqual(replied.status === 201 ? [201, 200] : [404, 404]);
  }
});

test('reading and reacting while it goes is as if it had never been', async () => {
  const thread = await sanne.starts(noord, 'Tegelijk');
  const answers = await Promise.all([
    omar.api.put(`/threads/${thread.id}/read`, { position: 1 }),
    remove(sanne, thread.post),
    omar.api.put(`/threads/${thread.id}/bookmark`),
    omar.api.put(`/posts/${thread.post.id}/reactions/${encodeURIComponent('👍')}`),
  ]);
  for (const { status } of answers) expect([200, 204, 404]).toContain(status);
});

test('the request that started it, sent again, does not bring it back', async () => {
  const wish = { id: uuidv7(), kind: 'update', body: 'Eén keer' };
  const send = () => sanne.api.post(`/communities/${noord.id}/threads`, wish);
  const { body } = await send();
  await remove(sanne, body.post);
  expect((await send()).status).toBe(404);
  expect(await idsIn(sanne, `/communities/${noord.id}/threads`)).not.toContain(wish.id);
});

test('the bytes of its files are marked to go', async () => {
  const form = new FormData();
  form.set('file', new Blob(['inhoud']), 'plan.txt');
  const { body: file } = await sanne.api.send('POST', '/files', { body: form });
  const thread = await sanne.starts(noord, 'Met bijlage', { fileIds: [file.id] });
  await remove(sanne, thread.post);
  expect((await sanne.api.get(`/files/${file.id}`)).status).toBe(404);
  const dropped = await kring.database.query('SELECT id FROM dropped_files WHERE id = $1', [file.id]);
  expect(dropped).toEqual([{ id: file.id }]);
});
