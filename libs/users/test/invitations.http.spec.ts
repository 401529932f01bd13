import { request } from 'node:http';
import { apiOf, type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
let guest: Person;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  guest = await kring.person('Gust', 'guest');
});
afterAll(() => kring.stop());

const account = (email: string, more: object = {}) => ({
  name: 'Nieuw Mens',
  email,
  password: kring.password,
  ...more,
});
const invite = async (more: object = {}) =>
  (await kring.admin.api.post('/invitations', { role: 'member', ...more })).body;
const accept = (token: string, body: object) =>
  apiOf(kring.origin).post(`/invitations/${token}/accept`, body);
const lookAt = (token: string) => apiOf(kring.origin).get(`/invitations/${token}`);

test('an invitation is a link that shows who invites, and makes an account with its role', async () => {
  const { id, url, token, expiresAt } = await invite({ role: 'guest', email: 'bezoek@example.com' });
  expect(url).toBe(`${kring.origin}/invitations/${token}`);
  expect(token).toMatch(/^[\w-]{43}$/);
  const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(7, 1);
  expect((await lookAt(token)).body).toEqual({
    organisation: { name: 'Testbouw', logo: null, accent: null },
    email: 'bezoek@example.com',
    name: null,
    role: 'guest',
    invitedBy: { name: 'Ada Admin' },
  });
  const { status, body } = await accept(token, account('bezoek@example.com'));
  expect(status).toBe(201);
  expect(body.user).toMatchObject({ role: 'guest', email: 'bezoek@example.com', name: 'Nieuw Mens' });
  const [listed] = (await kring.admin.reads('/invitations')).items.filter((item: any) => item.id === id);
  expect(listed).toMatchObject({
    role: 'guest',
    acceptedAt: expect.any(String),
    invitedBy: { name: 'Ada Admin' },
  });
  expect(JSON.stringify(listed)).not.toContain(token);
});

test('fifty people who accept the same invitation at once make one account', async () => {
  const { token } = await invite();
  const [before] = await kring.database.query<{ count: number }>('SELECT count(*) AS count FROM users');
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => accept(token, account(`racer${index}@example.com`))),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 404]));
  const [after] = await kring.database.query<{ count: number }>('SELECT count(*) AS count FROM users');
  expect(after!.count).toBe(before!.count + 1);
});

test('used, revoked, expired and made-up invitations answer alike', async () => {
  const used = await invite();
  await accept(used.token, account('used@example.com'));
  const revoked = await invite();
  expect((await kring.admin.api.delete(`/invitations/${revoked.id}`)).status).toBe(204);
  expect((await kring.admin.api.delete(`/invitations/${revoked.id}`)).status).toBe(404);
  const expired = await invite();
  await kring.database.query('UPDATE invitations SET expires_at = now() WHERE id = $1', [expired.id]);
  const bodies = [];
  for (const token of [used.token, revoked.token, expired.token, 'x', 'x'.repeat(400), '%00', used.id]) {
    const looked = await lookAt(token);
    const accepted = await accept(token, account('late@example.com'));
    expect([looked.status, accepted.status]).toEqual([404, 404]);
    bodies.push(looked.body, accepted.body);
  }
  for (const body of bodies) expect(body).toEqual(bodies[0]);
});

test('looking at an invitation does not use it up', async () => {
  const { token } = await invite();
  for (let time = 0; time < 3; time++) {
    expect((await lookAt(token)).status).toBe(200);
    await apiOf(kring.origin).send('HEAD', `/invitations/${token}`);
  }
  expect((await accept(token, account('scanner@example.com'))).status).toBe(201);
});

test('a bad password does not use an invitation up', async () => {
  const { token } = await invite();
  expect((await accept(token, account('weak@example.com', { password: 'password12' }))).status).toBe(400);
  expect((await accept(token, account('weak@example.com'))).status).toBe(201);
});

test('an invitation of an address admits no other, whatever its capitals', async () => {
  const { token, email } = await invite({ email: 'Precies@Example.com' });
  expect(email).toBe('precies@example.com');
  const { status, body } = await accept(token, account('other@example.com'));
  expect([status, body.errors]).toMatchObject([400, [{ field: 'email', code: 'wrong' }]]);
  expect((await accept(token, account('PRECIES@example.com'))).status).toBe(201);
});

test('a newer invitation of the same address ends the older one', async () => {
  const older = await invite({ email: 'twice@example.com' });
  const newer = await invite({ email: 'twice@example.com' });
  expect((await accept(older.token, account('twice@example.com'))).status).toBe(404);
  expect((await accept(newer.token, account('twice@example.com'))).status).toBe(201);
});

test('an address has one account, and an account no second invitation', async () => {
  const { token } = await invite();
  const taken = await accept(token, account(sanne.email.toUpperCase()));
  expect([taken.status, taken.body.type]).toEqual([409, 'urn:kring:problem:email-taken']);
  expect((await lookAt(token)).status).toBe(200);
  const again = await kring.admin.api.post('/invitations', { role: 'guest', email: sanne.email });
  expect([again.status, again.body.type]).toEqual([409, 'urn:kring:problem:email-taken']);
});

test('what somebody invited ends when they leave, or are no administrator any more', async () => {
  for (const step of ['leaves', 'is demoted']) {
    const boss = await kring.person('Boss', 'admin');
    const { token } = (await boss.api.post('/invitations', { role: 'admin' })).body;
    if (step === 'leaves') await kring.admin.api.post(`/users/${boss.id}/deactivate`);
    else await kring.admin.api.patch(`/users/${boss.id}`, { role: 'member' });
    expect((await accept(token, account('backdoor@example.com'))).status).toBe(404);
  }
});

test('an invitation that was written while its inviter lost the right opens nothing', async () => {
  const boss = await kring.person('Boss', 'admin');
  const { id, token } = (await boss.api.post('/invitations', { role: 'admin' })).body;
  await kring.admin.api.patch(`/users/${boss.id}`, { role: 'member' });
  // As if it had been committed a moment after what the boss had open was revoked.
  await kring.database.query('UPDATE invitations SET revoked_at = NULL WHERE id = $1', [id]);
  expect((await lookAt(token)).status).toBe(404);
  expect((await accept(token, account('crossed@example.com'))).status).toBe(404);
});

test('only administrators invite, list and revoke', async () => {
  const { id } = await invite();
  for (const person of [sanne, guest]) {
    expect((await person.api.post('/invitations', { role: 'member' })).status).toBe(403);
    expect((await person.api.get('/invitations')).status).toBe(403);
    expect((await person.api.delete(`/invitations/${id}`)).status).toBe(403);
  }
});

test('the list comes in pages, newest first, each invitation once', async () => {
  for (let number = 0; number < 5; number++) await invite();
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const { items, next } = await kring.admin.reads(`/invitations?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...items.map(({ id }: any) => id));
    if (!next) break;
    cursor = next;
  }
  expect(seen.length).toBeGreaterThan(5);
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
  expect((await kring.admin.api.get('/invitations?cursor=WyJ4Il0')).status).toBe(400);
});

test('a forged Host does not get into the link', async () => {
  const body = await new Promise<string>((resolve, reject) => {
    const { port } = new URL(kring.origin);
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      origin: kring.origin,
      cookie: kring.admin.api.cookie(),
      'content-type': 'application/json',
    };
    const call = request({ host: '127.0.0.1', port, path: '/api/v1/invitations', method: 'POST', headers });
    call.on('response', async (response) => resolve((await response.toArray()).join('')));
    call.on('error', reject);
    call.end(JSON.stringify({ role: 'member' }));
  });
  expect(JSON.parse(body).url.startsWith(`${kring.origin}/invitations/`)).toBe(true);
  expect(body).not.toContain('evil');
});

describe('communities to be in from the start', () => {
  const make = async (visibility: string, owner?: Person): Promise<string> => {
    const [place] = await kring.database.query<{ id: string }>(
      `INSERT INTO communities (kind, visibility, name) VALUES ('group', $1, 'Plek') RETURNING id`,
      [visibility],
    );
    if (owner)
      await kring.database.query(
        `INSERT INTO memberships (community_id, user_id, role) VALUES ($1, $2, 'owner')`,
        [place!.id, owner.id],
      );
    return place!.id;
  };

  test('are public ones, or those that the inviter moderates; others answer as if they were not', async () => {
    const [open, own, foreign] = [
      await make('public'),
      await make('secret', kring.admin),
      await make('private'),
    ];
    for (const communityIds of [[foreign], [open, foreign], ['0196a1b0-0000-7000-8000-000000000000']])
      expect((await kring.admin.api.post('/invitations', { role: 'guest', communityIds })).status).toBe(404);
    expect(
      (await kring.admin.api.post('/invitations', { role: 'guest', communityIds: [open, own] })).status,
    ).toBe(201);
  });
});
