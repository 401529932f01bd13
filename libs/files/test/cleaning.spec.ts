import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Cleaning } from '#platform';
import { type Kring, type Person, startKring } from '#server-testing';
import { png } from './samples.ts';

let kring: Kring;
let sanne: Person;
let place: any;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  place = await sanne.creates('Nieuwbouw');
});
afterAll(() => kring.stop());

async function upload(purpose = 'attachment'): Promise<string> {
  const form = new FormData();
  form.set('purpose', purpose);
  const content = purpose === 'attachment' ? Buffer.from('inhoud') : png(2, 2);
  form.set('file', new Blob([new Uint8Array(content)]), 'bestand');
  const { status, body } = await sanne.api.send('POST', '/files', { body: form });
  expect(status).toBe(201);
  return body.id;
}

const clean = () => kring.app.get(Cleaning).clean();
const age = (table: string, column: string, by: string, id: string) =>
  kring.database.query(`UPDATE ${table} SET ${column} = now() - $1::interval WHERE id = $2`, [by, id]);
const isThere = async (table: string, id: string) =>
  (await kring.database.query(`SELECT FROM ${table} WHERE id = $1`, [id])).length > 0;
async function stored(): Promise<string[]> {
  const folder = join(kring.settings.KRING_DATA, 'files');
  return (await readdir(folder, { recursive: true })).map((path) => path.split('/').at(-1)!);
}

test('an upload that stands nowhere goes after a day, row and bytes', async () => {
  const [old, young] = [await upload(), await upload()];
  await age('files', 'created_at', '25 hours', old);
  expect(await clean()).toMatchObject({ 'loose files': 1, 'bytes of files': 1 });
  expect([await isThere('files', old), await isThere('files', young)]).toEqual([false, true]);
  expect(await stored()).toEqual(expect.arrayContaining([young]));
  expect(await stored()).not.toContain(old);
});

test('what stands in a post, a draft, a portrait or a picture stays, however old', async () => {
  const [posted, drafted, portrait, picture] = [
    await upload(),
    await upload(),
    await upload('portrait'),
    await upload('picture'),
  ];
  await sanne.starts(place, 'Met bijlage', { fileIds: [posted] });
  const draft = { body: 'Nog niet af', title: '', kind: 'update', fileIds: [drafted], version: 0 };
  expect((await sanne.api.put(`/drafts/community-${place.id}`, draft)).status).toBeLessThan(300);
  await kring.database.query('UPDATE users SET portrait_id = $1 WHERE id = $2', [portrait, sanne.id]);
  await kring.database.query('UPDATE communities SET picture_id = $1 WHERE id = $2', [picture, place.id]);
  for (const id of [posted, drafted, portrait, picture]) await age('files', 'created_at', '1 year', id);
  await clean();
  for (const id of [posted, drafted, portrait, picture]) expect(await stored()).toContain(id);
});

test('the bytes of a deleted post go, and of a thread that went', async () => {
  const [kept, gone] = [await upload(), await upload()];
  const thread = await sanne.starts(place, 'Met bijlage', { fileIds: [kept] });
  await sanne.replies(thread, 'Antwoord');
  const single = await sanne.starts(place, 'Alleen', { fileIds: [gone] });
  for (const { post } of [thread, single]) await sanne.api.delete(`/posts/${post.id}`);
  await clean();
  for (const id of [kept, gone]) expect(await stored()).not.toContain(id);
});

test('sessions that are over and old invitations go; those in use stay', async () => {
  await sanne.onAnotherDevice();
  const [session] = await kring.database.query<{ id: string }>(
    'SELECT id FROM sessions WHERE user_id = $1 ORDER BY id DESC LIMIT 1',
    [sanne.id],
  );
  await age('sessions', 'expires_at', '1 minute', session!.id);
  const invite = async (email: string) => {
    await kring.admin.api.post('/invitations', { email, role: 'member' });
    const [row] = await kring.database.query<{ id: string }>('SELECT id FROM invitations WHERE email = $1', [
      email,
    ]);
    return row!.id;
  };
  const [open, expired, old] = [
    await invite('a@example.com'),
    await invite('b@example.com'),
    await invite('c@example.com'),
  ];
  await age('invitations', 'expires_at', '1 day', expired);
  await age('invitations', 'expires_at', '31 days', old);
  await clean();
  expect(await isThere('sessions', session!.id)).toBe(false);
  expect((await sanne.api.get('/session')).status).toBe(200);
  const left = await Promise.all([open, expired, old].map((id) => isThere('invitations', id)));
  expect(left).toEqual([true, true, false]);
});

test('while another process cleans, this one leaves it alone; what was removed is counted', async () => {
  const id = await upload();
  await age('files', 'created_at', '2 days', id);
  const other = kring.database.dataSource.createQueryRunner();
  await other.query('SELECT pg_advisory_lock(4701004)');
  expect(await clean()).toEqual({});
  await other.query('SELECT pg_advisory_unlock(4701004)');
  await other.release();
  expect(await isThere('files', id)).toBe(true);
  await clean();
  expect(await isThere('files', id)).toBe(false);
  const { body } = await kring.admin.api.get('//metrics');
  expect(body).toMatch(/kring_cleaned_total\{what="loose files"\} [1-9]/);
});
