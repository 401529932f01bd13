import { type Answer, type Kring, type Person, startKring } from '#server-testing';

const MB = 1024 * 1024;
let kring: Kring;
let sanne: Person;
let joris: Person;

beforeAll(async () => {
  kring = await startKring({ settings: { FILES_PER_PERSON_MB: 3, FILES_TOTAL_MB: 5 } });
  [sanne, joris] = [await kring.person('Sanne'), await kring.person('Joris')];
});
afterAll(() => kring.stop());

function upload(who: Person, bytes: number): Promise<Answer> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), 'x.bin');
  return who.api.send('POST', '/files', { body: form });
}

test('one person fills their own room and no more, also with many at once', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => upload(sanne, MB)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 507, 507, 507]);
  const refused = await upload(sanne, 1);
  expect(refused).toMatchObject({ status: 507, body: { type: 'urn:kring:problem:storage-full' } });
  expect(refused.body.detail).toContain('Your files may take 3 MB');
});

test('everybody together fills the room of the installation', async () => {
  expect((await upload(joris, MB)).status).toBe(201);
  expect((await upload(joris, MB)).status).toBe(201);
  const { status, body } = await upload(joris, MB - 1);
  expect([status, body.detail]).toEqual([507, expect.stringContaining('no room left')]);
});

test('two hundred files a day that no post has are enough', async () => {
  const other = await kring.person('Veel');
  await kring.database.query(
    `INSERT INTO files (owner_id, purpose, name, media_type, size, sha256)
     SELECT $1, 'attachment', 'x', 'text/plain', 1, '\\x00' FROM generate_series(1, 200)`,
    [other.id],
  );
  const { status, body } = await upload(other, 1);
  expect([status, body.detail]).toEqual([507, expect.stringContaining('stand in no post')]);
});
