import { randomBytes } from 'node:crypto';
import { apiOf, type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

const logIn = (email: string, password: string, headers = {}) =>
  apiOf(kring.origin).post('/session', { email, password }, headers);
const works = async (cookie: string) =>
  (await apiOf(kring.origin).send('GET', '/session', { headers: { cookie } })).status === 200;
const sessionIn = (headers: Headers) => headers.getSetCookie()[0]!.split(';')[0]!;

test('a session that was there before logging in is never the one afterwards', async () => {
  const [sanne, mallory] = [await kring.person('Sanne'), await kring.person('Mallory')];
  const planted = [`kring=${randomBytes(32).toString('base64url')}`, mallory.api.cookie()];
  for (const cookie of planted) {
    const { status, headers, body } = await logIn(sanne.email, kring.password, { cookie });
    expect([status, body.user.id]).toEqual([201, sanne.id]);
    expect(sessionIn(headers)).not.toBe(cookie);
    expect(await works(cookie)).toBe(false);
  }
  const device = `kring-device=${randomBytes(32).toString('base64url')}`;
  await logIn(sanne.email, kring.password, { cookie: device });
  expect(await works(device.replace('-device', ''))).toBe(false);
});

test('no session begun with the old password outlives the change, however close they come', async () => {
  for (let round = 0; round < 5; round++) {
    const person = await kring.person(`Wissel ${round}`);
    const wish = { current: kring.password, password: 'nieuwe-sleutel-9' };
    const tries = Array.from({ length: 4 }, () => logIn(person.email, kring.password));
    expect((await person.api.put('/users/me/password', wish)).status).toBe(204);
    for (const { status, headers } of await Promise.all(tries))
      if (status === 201) expect(await works(sessionIn(headers))).toBe(false);
    expect((await logIn(person.email, kring.password)).status).toBe(401);
  }
});

test('nobody logs in while being deactivated, or stays in', async () => {
  for (let round = 0; round < 5; round++) {
    const person = await kring.person(`Weg ${round}`);
    const tries = Array.from({ length: 4 }, () => logIn(person.email, kring.password));
    expect((await kring.admin.api.post(`/users/${person.id}/deactivate`)).status).toBeLessThan(300);
    for (const { status, headers } of await Promise.all(tries))
      if (status === 201) expect(await works(sessionIn(headers))).toBe(false);
    expect(await works(person.api.cookie())).toBe(false);
  }
});

test('known and unknown addresses are refused after the same time', async () => {
  const person = await kring.person('Bekend');
  const timeOf = async (email: string) => {
    const began = performance.now();
    expect((await logIn(email, 'not-the-password')).status).toBe(401);
    return performance.now() - began;
  };
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let n = 0; n < 9; n++) {
    known.push(await timeOf(person.email));
    unknown.push(await timeOf('nobody@example.com'));
  }
  // Checking a password takes some 20 ms; without one to check it would be a tenth of that. The quickest of nine
  // is what a busy machine adds least to.
  const [quickest, ofNobody] = [Math.min(...known), Math.min(...unknown)];
  expect(ofNobody).toBeGreaterThan(quickest / 4);
  expect(quickest).toBeGreaterThan(ofNobody / 4);
}, 20_000);

// Last: any of them may be the one who is left.
test('administrators who all remove each other at once leave one', async () => {
  const admins: Person[] = [kring.admin];
  for (let n = 0; n < 5; n++) admins.push(await kring.person(`Admin ${n}`, 'admin'));
  const everyPair = admins.flatMap((one) =>
    admins.filter((other) => other !== one).map((other) => [one, other]),
  );
  await Promise.all(
    everyPair.map(([one, other], n) =>
      n % 2
        ? one!.api.post(`/users/${other!.id}/deactivate`)
        : one!.api.patch(`/users/${other!.id}`, { role: 'member' }),
    ),
  );
  const left = await kring.database.query<{ id: string }>(
    `SELECT id FROM users WHERE role = 'admin' AND deactivated_at IS NULL`,
  );
  expect(left.length).toBeGreaterThanOrEqual(1);
  // Whoever is left takes away the others, and then cannot leave.
  const last = admins.find(({ id }) => id === left[0]!.id)!;
  for (const { id } of left.slice(1)) await last.api.post(`/users/${id}/deactivate`);
  for (const answer of [
    await last.api.post(`/users/${last.id}/deactivate`),
    await last.api.patch(`/users/${last.id}`, { role: 'member' }),
  ])
    expect([answer.status, answer.body.type]).toEqual([409, 'urn:kring:problem:last-admin']);
  const still = await kring.database.query(
    `SELECT FROM users WHERE role = 'admin' AND deactivated_at IS NULL`,
  );
  expect(still).toHaveLength(1);
});
