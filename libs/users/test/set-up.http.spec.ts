import { Settings } from '#platform';
import { apiOf, type Kring, startKring } from '#server-testing';
import { SetupCode } from '#users';

const wish = (more: object = {}) => ({
  code: 'a-code-for-tests',
  organisation: { name: 'Testbouw' },
  admin: { name: 'Ada Admin', email: 'ada@example.com', password: 'dijkgraaf-fiets-47' },
  ...more,
});

let kring: Kring;
beforeEach(async () => {
  kring = await startKring({ setUp: false });
});
afterEach(() => kring.stop());

test('before set-up everybody may ask whether it is needed, and start-up has a code to print', async () => {
  const { body } = await apiOf(kring.origin).get('/setup');
  expect(body).toEqual({ needed: true, organisation: null });
  expect(await kring.app.get(SetupCode).current()).toBe('a-code-for-tests');
});

test('before set-up nobody can log in', async () => {
  const { status } = await apiOf(kring.origin).post('/session', { email: 'ada@example.com', password: 'x' });
  expect(status).toBe(401);
});

test('a wrong code sets nothing up, and ten wrong ones in a row make everybody wait', async () => {
  const api = apiOf(kring.origin);
  for (let time = 0; time < 10; time++) {
    const { status, body } = await api.post('/setup', wish({ code: `guess-${time}` }));
    expect([status, body.type]).toEqual([403, 'urn:kring:problem:wrong-setup-code']);
  }
  const { status, headers } = await api.post('/setup', wish());
  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await api.get('/setup')).body.needed).toBe(true);
});

test('of ten people who set Kring up at the same time one wins', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      apiOf(kring.origin).post(
        '/setup',
        wish({ admin: { ...wish().admin, email: `admin${index}@example.com` } }),
      ),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
  const [users] = await kring.database.query('SELECT count(*) AS count FROM users');
  const [organisations] = await kring.database.query('SELECT count(*) AS count FROM organisations');
  expect([users, organisations]).toEqual([{ count: 1 }, { count: 1 }]);
});

test('after set-up there is no code any more, and the right one does nothing', async () => {
  const api = apiOf(kring.origin);
  const { status, body } = await api.post('/setup', wish());
  expect(status).toBe(201);
  expect(body).toMatchObject({
    user: { name: 'Ada Admin', role: 'admin', email: 'ada@example.com', language: 'en' },
    organisation: { name: 'Testbouw' },
  });
  expect(await kring.app.get(SetupCode).current()).toBeNull();
  expect((await api.get('/setup')).body).toEqual({
    needed: false,
    organisation: { name: 'Testbouw', accent: null, logo: null },
  });
  const again = await apiOf(kring.origin).post('/setup', wish());
  expect([again.status, again.body.type]).toEqual([409, 'urn:kring:problem:already-set-up']);
  expect((await api.get('/session')).body.user.id).toBe(body.user.id);
});

test('a common password is refused by name of the field, and Kring stays as it was', async () => {
  const admin = { ...wish().admin, password: 'password12' };
  const { status, body } = await apiOf(kring.origin).post('/setup', wish({ admin }));
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ field: 'admin.password', code: 'common-password' }]);
  expect((await apiOf(kring.origin).get('/setup')).body.needed).toBe(true);
});

test('every process has the same random code, and it is gone after set-up', async () => {
  const settings = Object.assign(new Settings(), kring.settings, { KRING_SETUP_CODE: undefined });
  const codes = [1, 2, 3].map(() => new SetupCode(settings, kring.database));
  const [code, ...others] = await Promise.all(codes.map((each) => each.current()));
  expect(code).toMatch(/^[\w-]{22}$/);
  expect(others).toEqual([code, code]);
  expect(await codes[1]!.is(code!)).toBe(true);
  await apiOf(kring.origin).post('/setup', wish());
  expect(await codes[2]!.is(code!)).toBe(false);
  expect(await kring.database.query(`SELECT FROM secrets WHERE value = $1`, [code])).toEqual([]);
});
