import { apiOf, type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

const setRole = (who: Person, whom: { id: string }, role: string) =>
  who.api.patch(`/users/${whom.id}`, { role });

describe('the matrix of roles', () => {
  const expected: Record<string, Record<string, number>> = {
    member: { member: 200, admin: 200, guest: 400 },
    admin: { member: 200, admin: 200, guest: 400 },
    guest: { member: 200, admin: 400, guest: 200 },
  };
  const cases = Object.entries(expected).flatMap(([from, to]) =>
    Object.entries(to).map(([role, status]) => [from, role, status] as const),
  );

  test.each(cases)('an administrator makes a %s a %s: %i', async (from, role, status) => {
    const person = await kring.person('Iemand', from as 'member');
    const answer = await setRole(kring.admin, person, role);
    expect(answer.status).toBe(status);
    const { user } = (await person.api.get('/session')).body;
    expect(user.role).toBe(status === 200 ? role : from);
    if (status === 400)
      expect(answer.body.errors).toMatchObject([
        { field: 'role', code: 'not-allowed', allowed: expect.any(Array) },
      ]);
    if (user.role === 'admin') await setRole(kring.admin, person, 'member');
  });

  test.each(['member', 'guest'] as const)('a %s changes nobody, not even themselves', async (own) => {
    const actor = await kring.person('Actor', own);
    for (const theirs of ['member', 'guest'] as const) {
      const other = await kring.person('Ander', theirs);
      for (const role of ['member', 'guest', 'admin']) {
        expect((await setRole(actor, other, role)).status).toBe(403);
        expect((await setRole(actor, actor, role)).status).toBe(403);
      }
    }
    for (const verb of ['deactivate', 'reactivate'])
      expect((await actor.api.post(`/users/${kring.admin.id}/${verb}`)).status).toBe(403);
  });

  test('nobody can be made a bot, or what is no role', async () => {
    const person = await kring.person('Iemand');
    for (const role of ['bot', 'owner', '', null, ['admin'], { $ne: 'x' }, 1])
      expect((await kring.admin.api.patch(`/users/${person.id}`, { role })).status).toBe(400);
    expect((await kring.admin.api.patch(`/users/${person.id}`, { role: 'admin', name: 'X' })).status).toBe(
      400,
    );
  });
});

test('rights given or taken hold for the next request', async () => {
  const person = await kring.person('Wissel');
  expect((await person.api.get('/invitations')).status).toBe(403);
  await setRole(kring.admin, person, 'admin');
  expect((await person.api.get('/invitations')).status).toBe(200);
  await setRole(kring.admin, person, 'member');
  expect((await person.api.get('/invitations')).status).toBe(403);
});

test('the last administrator stays one', async () => {
  for (const answer of [
    await setRole(kring.admin, kring.admin, 'member'),
    await kring.admin.api.post(`/users/${kring.admin.id}/deactivate`),
  ])
    expect([answer.status, answer.body.type]).toEqual([409, 'urn:kring:problem:last-admin']);
});

test('two administrators who remove each other at the same time leave one', async () => {
  for (const way of ['demote', 'deactivate']) {
    const other = await kring.person('Tweede', 'admin');
    const act = (who: Person, whom: Person) =>
      way === 'demote' ? setRole(who, whom, 'member') : who.api.post(`/users/${whom.id}/deactivate`);
    await Promise.all([act(other, kring.admin), act(kring.admin, other)]);
    const admins = await kring.database.query<{ id: string }>(
      `SELECT id FROM users WHERE role = 'admin' AND deactivated_at IS NULL`,
    );
    expect(admins).toHaveLength(1);
    if (admins[0]!.id === other.id) {
      if (way === 'demote') await setRole(other, kring.admin, 'admin');
      else {
        await other.api.post(`/users/${kring.admin.id}/reactivate`);
        await kring.admin.api.post('/session', { email: kring.admin.email, password: kring.password });
      }
      await setRole(kring.admin, other, 'member');
    }
  }
});

test('whoever is deactivated is out at once, cannot come in, and is back when reactivated', async () => {
  const person = await kring.person('Vertrekker');
  const phone = await person.onAnotherDevice();
  const left = await kring.admin.api.post(`/users/${person.id}/deactivate`);
  expect([left.status, left.body.deactivated]).toEqual([200, true]);
  for (const device of [person, phone]) expect((await device.api.get('/session')).status).toBe(401);
  const logIn = () => apiOf(kring.origin).post('/session', { email: person.email, password: kring.password });
  expect((await logIn()).status).toBe(401);
  expect((await kring.admin.api.post('/invitations', { role: 'member', email: person.email })).status).toBe(
    409,
  );
  expect((await kring.admin.api.post(`/users/${person.id}/deactivate`)).status).toBe(200);

  const back = await kring.admin.api.post(`/users/${person.id}/reactivate`);
  expect([back.status, back.body.deactivated]).toEqual([200, false]);
  expect((await person.api.get('/session')).status).toBe(401);
  expect((await logIn()).status).toBe(201);
});

test('what is done to somebody who does not exist answers 404', async () => {
  for (const id of ['0196a1b0-0000-7000-8000-000000000000', 'x', "'--"]) {
    const path = `/users/${encodeURIComponent(id)}`;
    expect((await kring.admin.api.patch(path, { role: 'member' })).status).toBe(404);
    expect((await kring.admin.api.post(`${path}/deactivate`)).status).toBe(404);
    expect((await kring.admin.api.post(`${path}/reactivate`)).status).toBe(404);
  }
});
