import { type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let omar: Person;
beforeAll(async () => {
  kring = await startKring();
  [sanne, omar] = [await kring.person('Sanne'), await kring.person('Omar')];
});
afterAll(() => kring.stop());

async function upload(who: Person, name: string): Promise<string> {
  const form = new FormData();
  form.set('purpose', 'attachment');
  form.set('file', new Blob([name]), name);
  return (await who.api.send('POST', '/files', { body: form })).body.id;
}
const place = async (visibility = 'private'): Promise<any> =>
  (await sanne.api.post('/communities', { kind: 'project', name: 'Brug', visibility })).body;

test('a community lists its files, the newest first, with who shared them where', async () => {
  const bridge = await place();
  const thread = await sanne.starts(bridge, 'Zie bijlage', { fileIds: [await upload(sanne, 'plan.txt')] });
  const { body: reply } = await sanne.api.post(`/threads/${thread.id}/posts`, {
    body: 'En deze',
    fileIds: [await upload(sanne, 'b.txt'), await upload(sanne, 'c.txt')],
  });
  await upload(sanne, 'never attached.txt');
  const first = await sanne.reads(`/communities/${bridge.id}/files?limit=2`);
  expect(first.items).toMatchObject([
    {
      name: 'c.txt',
      threadId: thread.id,
      postId: reply.id,
      author: { name: 'Sanne' },
      sharedAt: reply.createdAt,
    },
    { name: 'b.txt' },
  ]);
  const rest = await sanne.reads(`/communities/${bridge.id}/files?limit=2&cursor=${first.next}`);
  expect([rest.items.map(({ name }: any) => name), rest.next]).toEqual([['plan.txt'], null]);
});

test('files of a deleted post are gone, and those of a community one may not read were never there', async () => {
  const bridge = await place();
  const thread = await sanne.starts(bridge, 'Zie bijlage', { fileIds: [await upload(sanne, 'plan.txt')] });
  expect((await omar.api.get(`/communities/${bridge.id}/files`)).status).toBe(404);
  expect((await omar.api.get(`/communities/${bridge.id}/activity`)).status).toBe(404);
  await sanne.api.delete(`/posts/${thread.post.id}`);
  expect((await sanne.reads(`/communities/${bridge.id}/files`)).items).toEqual([]);
});

test('activity counts the threads of each of the last twelve weeks', async () => {
  const bridge = await place('public');
  expect(await omar.reads(`/communities/${bridge.id}/activity`)).toEqual({
    weeks: Array(12).fill(0),
    lastAt: null,
  });
  const old = await sanne.starts(bridge, 'Drie weken terug');
  await kring.database.query(`UPDATE threads SET created_at = now() - interval '20 days' WHERE id = $1`, [
    old.id,
  ]);
  const newest = await sanne.starts(bridge, 'Nu');
  expect(await omar.reads(`/communities/${bridge.id}/activity`)).toEqual({
    weeks: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1],
    lastAt: newest.activityAt,
  });
});
