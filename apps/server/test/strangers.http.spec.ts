import { apiOf, type Kring, type Person, startKring } from '#server-testing';

/** Ten requests a minute of one kind; a limit low enough to be reached. */
const REQUESTS_PER_MINUTE = 1_000;
const WRONG_TOKENS = REQUESTS_PER_MINUTE / 10;

let kring: Kring;
let sanne: Person;
beforeAll(async () => {
  kring = await startKring({ settings: { REQUESTS_PER_MINUTE } });
  sanne = await kring.person('Sanne');
});
afterAll(() => kring.stop());

const guess = (path: string, n: number) =>
  apiOf(kring.origin).send('GET', path, { headers: { cookie: `kring=${`${n}`.padStart(43, 'x')}` } });

test('wrong tokens from one address are limited before they are looked for; who is known goes on', async () => {
  for (let n = 0; n < WRONG_TOKENS; n++) expect((await guess('/session', n)).status).toBe(401);
  const { status, body, headers } = await guess('/session', WRONG_TOKENS);
  expect([status, body.type]).toEqual([429, 'urn:kring:problem:too-many-requests']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await sanne.api.get('/session')).status).toBe(200);
  // A stale cookie does not shut out of the routes that need none.
  expect((await guess('/organisation', 0)).status).toBe(200);
  const logIn = await sanne.onAnotherDevice();
  expect((await logIn.api.get('/session')).status).toBe(200);
});
