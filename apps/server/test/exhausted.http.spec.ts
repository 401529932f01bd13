import { apiOf, type Kring, type Person, startKring } from '#server-testing';

const POOL = 4;
let kring: Kring;
let sanne: Person;
beforeAll(async () => {
  kring = await startKring({ settings: { DATABASE_POOL: POOL } });
  sanne = await kring.person('Sanne');
});
afterAll(() => kring.stop());

test('while slow statements hold every connection, requests are refused soon, and logging in and health go on', async () => {
  const slow = Array.from({ length: 3 * POOL }, () =>
    kring.database.query('SELECT pg_sleep(6)').catch(() => 'refused'),
  );
  const timed = async () => {
    const began = performance.now();
    const { status, headers } = await sanne.api.get('/communities');
    return { status, wait: headers.get('retry-after'), ms: performance.now() - began };
  };
  const asking = Promise.all(Array.from({ length: 60 }, timed));
  const logIn = await apiOf(kring.origin).post('/session', { email: sanne.email, password: kring.password });
  expect(logIn.status).toBe(201);
  for (const path of ['//healthz', '//readyz']) expect((await sanne.api.get(path)).status).toBe(200);
  const answers = await asking;
  expect(new Set(answers.map(({ status, wait }) => `${status} ${wait}`))).toEqual(new Set(['503 2']));
  const late = answers.filter(({ ms }) => ms > 3_000);
  expect(late).toEqual([]);
  await Promise.all(slow);
  expect((await sanne.api.get('/communities')).status).toBe(200);
}, 30_000);
