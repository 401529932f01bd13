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

test('more people write at once than there are connections, and none waits for another', async () => {
  const place = await sanne.creates('Druk');
  const writing = Array.from({ length: 6 * POOL }, (_, count) => sanne.starts(place, `Begin ${count}`));
  expect(await Promise.all(writing)).toHaveLength(6 * POOL);
});

test('a second connection inside a transaction is a fault in every spec', async () => {
  const { database } = kring;
  for (const more of [() => database.query('SELECT 1'), () => database.transaction(async () => undefined)])
    await expect(database.transaction(more as () => Promise<unknown>)).rejects.toThrow('a second connection');
});
