import { createHash } from 'node:crypto';
import { apiOf, type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

const NEW = 'nieuwe-sluisdeur-88';
const linkFor = async (person: Person) =>
  (await kring.admin.api.post(`/users/${person.id}/reset-link`)).body.url.split('/').at(-1) as string;
const lookAt = (token: string) => apiOf(kring.origin).get(`/resets/${token}`);
const reset = (token: string, password = NEW) => apiOf(kring.origin).post(`/resets/${token}`, { password });
const logIn = (person: Person, password: string) =>
  apiOf(kring.origin).post('/session', { email: person.email, password });

test('an administrator makes a link, its holder a new password, and every older session is over', async () => {
  const sanne = await kring.person('Sanne');
  const phone = await sanne.onAnotherDevice();
  const made = await kring.admin.api.post(`/users/${sanne.id}/reset-link`);
  expect(made.status).toBe(201);
  expect(made.body.url).toMatch(new RegExp(`^${kring.origin}/reset/[\\w-]{43}$`));
  const minutes = (Date.parse(made.body.expiresAt) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(58);
  expect(minutes).toBeLessThanOrEqual(60);
  const token = made.body.url.split('/').at(-1);
  expect((await lookAt(token)).body).toMatchObject({ name: 'Sanne', email: sanne.email });

  const back = apiOf(kring.origin);
  const answer = await back.post(`/resets/${token}`, { password: NEW });
  expect([answer.status, answer.body.user.id]).toEqual([201, sanne.id]);
  expect((await back.get('/session')).status).toBe(200);
  for (const old of [sanne, phone]) {
    const out = await old.api.get('/session');
    expect([out.status, out.body.reason]).toEqual([401, 'ended']);
  }
  expect((await logIn(sanne, kring.password)).status).toBe(401);
  expect((await logIn(sanne, NEW)).status).toBe(201);
});

test('a link works once, even for many who use it at once', async () => {
  const token = await linkFor(await kring.person('Race'));
  const answers = await Promise.all(Array.from({ length: 12 }, () => reset(token)));
  expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
  expect(answers.every(({ status }) => status === 201 || status === 404)).toBe(true);
});

test('a newer link, a changed password or address, an hour, and deactivation each end a link', async () => {
  const dies = async (name: string, by: (person: Person) => Promise<unknown>) => {
    const person = await kring.person(name);
    const token = await linkFor(person);
    expect((await lookAt(token)).status).toBe(200);
    await by(person);
    expect([name, (await lookAt(token)).status, (await reset(token)).status]).toEqual([name, 404, 404]);
  };
  const sql = (text: string) => (person: Person) => kring.database.query(text, [person.id]);
  await dies('Newer', linkFor);
  await dies('Password', ({ api }) =>
    api.put('/users/me/password', { current: kring.password, password: NEW }),
  );
  await dies('Address', sql(`UPDATE users SET email = 'other@example.com' WHERE id = $1`));
  await dies('Hour', sql('UPDATE reset_links SET expires_at = now() WHERE user_id = $1'));
  await dies('Gone', ({ id }) => kring.admin.api.post(`/users/${id}/deactivate`));
});

test('a link ends with the rights of whoever made it', async () => {
  const other = await kring.person('Other admin', 'admin');
  const person = await kring.person('Waiting');
  const { body } = await other.api.post(`/users/${person.id}/reset-link`);
  const token = body.url.split('/').at(-1);
  await kring.admin.api.patch(`/users/${other.id}`, { role: 'member' });
  expect((await reset(token)).status).toBe(404);
});

test('nobody gets a link for somebody who is deactivated, and only administrators make any', async () => {
  const gone = await kring.person('Vertrokken');
  await kring.admin.api.post(`/users/${gone.id}/deactivate`);
  expect((await kring.admin.api.post(`/users/${gone.id}/reset-link`)).status).toBe(404);
  const member = await kring.person('Lid');
  expect((await member.api.post(`/users/${member.id}/reset-link`)).status).toBe(403);
});

test('only the hash of a link is stored, it points to the configured address, and is in the event log', async () => {
  const person = await kring.person('Hash');
  const { body } = await kring.admin.api.post(`/users/${person.id}/reset-link`, undefined, {
    'x-forwarded-host': 'evil.example',
  });
  expect(body.url.startsWith(kring.origin)).toBe(true);
  const token = body.url.split('/').at(-1);
  const [row] = await kring.database.query<{ hash: Buffer; all: string }>(
    'SELECT token_hash AS hash, r::text AS all FROM reset_links AS r WHERE user_id = $1',
    [person.id],
  );
  expect(row!.hash).toEqual(createHash('sha256').update(token).digest());
  expect(row!.all).not.toContain(token);
  const [event] = await kring.database.query<{ type: string; actor: string; data: object }>(
    `SELECT type, actor_id AS actor, data FROM (SELECT type, actor_id, user_id, data FROM events
       UNION ALL SELECT type, actor_id, user_id, data FROM outbox) AS log
     WHERE user_id = $1 AND type = 'user.reset-link-made'`,
    [person.id],
  );
  expect(event).toMatchObject({ actor: kring.admin.id, data: { byCommandLine: false } });
  expect(JSON.stringify(event)).not.toContain(token);
});

test('a common password is refused and does not use the link up', async () => {
  const token = await linkFor(await kring.person('Zwak'));
  expect((await reset(token, 'password123')).body.errors?.[0]).toMatchObject({ field: 'password' });
  expect((await reset(token)).status).toBe(201);
});

test('an administrator sees the sessions of a person and ends one or all; the person is told so', async () => {
  const person = await kring.person('Toestel');
  const phone = await person.onAnotherDevice();
  const { items } = await kring.admin.reads(`/users/${person.id}/sessions`);
  expect(items).toHaveLength(2);
  const [newest] = items;
  expect((await kring.admin.api.delete(`/users/${person.id}/sessions/${newest.id}`)).status).toBe(204);
  expect((await kring.admin.api.delete(`/users/${person.id}/sessions/${newest.id}`)).status).toBe(404);
  expect((await kring.admin.api.delete(`/users/${kring.admin.id}/sessions/${items[1].id}`)).status).toBe(404);
  expect((await kring.admin.api.delete(`/users/${person.id}/sessions`)).status).toBe(204);
  for (const device of [person, phone])
    expect((await device.api.get('/feeds/home')).body.reason).toBe('ended');
  await kring.admin.api.delete(`/users/${kring.admin.id}/sessions`);
  expect((await kring.admin.api.get('/session')).status).toBe(200);
});

test('who is out is told why: deactivated, or not here for too long; a made-up token tells nothing', async () => {
  const left = await kring.person('Weg');
  await kring.admin.api.post(`/users/${left.id}/deactivate`);
  expect((await left.api.get('/session')).body.reason).toBe('deactivated');
  const [old, made] = ['o'.repeat(43), 'x'.repeat(43)];
  await kring.database.query(
    'INSERT INTO sessions (user_id, token_hash, expires_at) VALUES ($1, $2, now())',
    [kring.admin.id, createHash('sha256').update(old).digest()],
  );
  const asks = (token: string) =>
    apiOf(kring.origin).send('GET', '/session', { headers: { cookie: `kring=${token}` } });
  expect((await asks(old)).body.reason).toBe('expired');
  const answer = await asks(made);
  expect([answer.status, 'reason' in answer.body]).toEqual([401, false]);
});
