import { apiOf, type Kring, type Person, startKring } from '#server-testing';

let kring: Kring;
let sanne: Person;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
});
afterAll(() => kring.stop());

const logIn = (email: unknown, password: unknown) =>
  apiOf(kring.origin).post('/session', { email, password });

test('whoever set Kring up is logged in as its administrator', async () => {
  const { status, body } = await kring.admin.api.get('/session');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    user: { name: 'Ada Admin', email: 'ada@example.com', role: 'admin', handle: 'ada.admin' },
    organisation: { name: 'Testbouw' },
    seq: expect.any(Number),
  });
});

test('without a session nobody is anybody', async () => {
  const { status, body } = await apiOf(kring.origin).get('/session');
  expect([status, body.type]).toEqual([401, 'urn:kring:problem:unauthenticated']);
});

test('the address may be written in capitals and with spaces around it', async () => {
  const { status, body } = await logIn(` ${sanne.email.toUpperCase()} `, kring.password);
  expect(status).toBe(201);
  expect(body.user.id).toBe(sanne.id);
});

test('unknown address, wrong password, deactivated account and account without password answer alike', async () => {
  const left = await kring.person('Left');
  await kring.admin.api.post(`/users/${left.id}/deactivate`);
  const bot = await kring.person('Bot');
  await kring.database.query('UPDATE users SET password_hash = NULL WHERE id = $1', [bot.id]);
  const answers = [
    await logIn('nobody@example.com', kring.password),
    await logIn(sanne.email, 'not-the-password'),
    await logIn(left.email, kring.password),
    await logIn(bot.email, kring.password),
    await logIn(bot.email, 'null'),
  ];
  for (const { status, body, headers } of answers) {
    expect(status).toBe(401);
    expect(body).toEqual(answers[0]!.body);
    expect(headers.getSetCookie()).toEqual([]);
  }
});

test('after ten wrong tries known and unknown accounts are refused alike', async () => {
  const anna = await kring.person('Anna');
  for (const email of [anna.email, 'nobody.at.all@example.com']) {
    for (let time = 0; time < 10; time++) expect((await logIn(email, 'not-it')).status).toBe(401);
    const { status, body, headers } = await logIn(email, kring.password);
    expect([status, body.type]).toEqual([429, 'urn:kring:problem:too-many-requests']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

test('a forged X-Forwarded-For does not get round that', async () => {
  const eva = await kring.person('Eva');
  const from = (address: string) =>
    apiOf(kring.origin).post(
      '/session',
      { email: eva.email, password: 'not-it' },
      { 'X-Forwarded-For': address, Forwarded: `for=${address}` },
    );
  for (let time = 0; time < 10; time++) await from(`198.51.100.${time}`);
  expect((await from('198.51.100.77')).status).toBe(429);
});

test('whoever was logged in there before gets in while others guess at the account from the same network', async () => {
  const vera = await kring.person('Vera');
  for (let time = 0; time < 10; time++) await logIn(vera.email, 'not-it');
  expect((await logIn(vera.email, kring.password)).status).toBe(429);
  await vera.api.delete('/session');
  const again = await vera.api.post('/session', { email: vera.email, password: kring.password });
  expect(again.status).toBe(201);
  // The device of somebody else is no better than a new one.
  const cookie = sanne.api.deviceCookie();
  const foreign = await apiOf(kring.origin).post(
    '/session',
    { email: vera.email, password: kring.password },
    { cookie },
  );
  expect(foreign.status).toBe(429);
});

test('after a new password only the device that set it is known', async () => {
  const wim = await kring.person('Wim');
  const phone = await wim.onAnotherDevice();
  const changed = { current: kring.password, password: 'nieuwe-sleutel-9' };
  expect((await wim.api.put('/users/me/password', changed)).status).toBe(204);
  for (let time = 0; time < 10; time++) await logIn(wim.email, 'not-it');
  const right = { email: wim.email, password: changed.password };
  expect((await phone.api.post('/session', right)).status).toBe(429);
  expect((await wim.api.post('/session', right)).status).toBe(201);
});

test('what a device is known by is kept only as a hash, and says nothing of a person', async () => {
  const value = sanne.api.deviceCookie().split('=')[1];
  expect(value).toMatch(/^[\w-]{43}$/);
  const [stored] = await kring.database.query(
    `SELECT count(*) FROM known_devices WHERE position(convert_to($1, 'UTF8') IN token_hash) > 0`,
    [value],
  );
  expect(stored).toEqual({ count: 0 });
  expect(
    (await apiOf(kring.origin).send('GET', '/session', { headers: { cookie: `kring=${value}` } })).status,
  ).toBe(401);
});

test('the cookie is HttpOnly, SameSite=Lax, for the whole site, and lasts', async () => {
  const { headers } = await logIn(sanne.email, kring.password);
  const [cookie] = headers.getSetCookie();
  const parts = cookie!.split('; ');
  expect(parts[0]).toMatch(/^kring=[\w-]{43}$/);
  expect(parts.slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=15552000', 'Path=/', 'SameSite=Lax']);
  const device = headers.getSetCookie()[1]!.split('; ');
  expect(device[0]).toMatch(/^kring-device=[\w-]{43}$/);
  expect(device.slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Lax']);
});

test('the token is kept only as a hash', async () => {
  const phone = await sanne.onAnotherDevice();
  const [, token] = phone.api.cookie().split('=');
  const [stored] = await kring.database.query(
    `SELECT count(*) FROM sessions WHERE position(convert_to($1, 'UTF8') IN token_hash) > 0`,
    [token],
  );
  expect(stored).toEqual({ count: 0 });
});

test('after log-out the cookie is cleared and its old value is worth nothing', async () => {
  const phone = await sanne.onAnotherDevice();
  const cookie = phone.api.cookie();
  const { status, headers } = await phone.api.delete('/session');
  expect(status).toBe(204);
  expect(headers.getSetCookie()).toEqual(['kring=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
  const again = await apiOf(kring.origin).send('GET', '/session', { headers: { cookie } });
  expect(again.status).toBe(401);
  expect((await sanne.api.get('/session')).status).toBe(200);
});

test('logging in again from the same browser ends the session before', async () => {
  const browser = await sanne.onAnotherDevice();
  const cookie = browser.api.cookie();
  await browser.api.post('/session', { email: sanne.email, password: kring.password });
  expect(browser.api.cookie()).not.toBe(cookie);
  expect((await apiOf(kring.origin).send('GET', '/session', { headers: { cookie } })).status).toBe(401);
});

test('a token made up, cut or of another kind is nobody', async () => {
  const cookie = sanne.api.cookie();
  for (const forged of [
    'kring=',
    'kring=x',
    cookie.slice(0, -1),
    `${cookie}x`,
    `kring=${sanne.id}`,
    'kring=%00',
  ])
    expect((await apiOf(kring.origin).send('GET', '/session', { headers: { cookie: forged } })).status).toBe(
      401,
    );
});

test('a session unused for 30 days, or 180 days old, has ended', async () => {
  const phone = await sanne.onAnotherDevice();
  const { items } = await phone.reads('/sessions');
  const { id } = items.find((session: any) => session.current);
  const age = (seen: string, created: string) =>
    kring.database.query(
      `UPDATE sessions SET last_seen_at = now() - $2::interval, created_at = now() - $3::interval WHERE id = $1`,
      [id, seen, created],
    );
  await age('10 days', '179 days');
  await kring.database.query("UPDATE sessions SET expires_at = now() + interval '20 days' WHERE id = $1", [
    id,
  ]);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect((await phone.api.get('/session')).status).toBe(200);
  const [session] = await kring.database.query(
    `SELECT expires_at BETWEEN now() + interval '23 hours' AND now() + interval '25 hours' AS soon,
            last_seen_at > now() - interval '1 minute' AS seen FROM sessions WHERE id = $1`,
    [id],
  );
  expect(session).toEqual({ soon: true, seen: true });
  await kring.database.query('UPDATE sessions SET expires_at = now() WHERE id = $1', [id]);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect((await phone.api.get('/session')).status).toBe(401);
});

test('everybody sees their own sessions and can end one, or all others', async () => {
  const lotte = await kring.person('Lotte');
  const phone = await lotte.onAnotherDevice();
  const tablet = await lotte.onAnotherDevice();
  const { items, next } = await lotte.reads('/sessions');
  expect(next).toBeNull();
  expect(items).toHaveLength(3);
  expect(items.filter((session: any) => session.current)).toHaveLength(1);
  expect(items[0]).toEqual({
    id: expect.any(String),
    current: expect.any(Boolean),
    userAgent: expect.any(String),
    address: '127.0.0.1',
    createdAt: expect.any(String),
    lastSeenAt: expect.any(String),
  });

  const [ofPhone] = (await phone.reads('/sessions')).items.filter((session: any) => session.current);
  expect((await sanne.api.delete(`/sessions/${ofPhone.id}`)).status).toBe(404);
  expect((await lotte.api.delete(`/sessions/${ofPhone.id}`)).status).toBe(204);
  expect((await phone.api.get('/session')).status).toBe(401);
  expect((await lotte.api.delete('/sessions/no-id')).status).toBe(404);

  expect((await lotte.api.delete('/sessions')).status).toBe(204);
  expect((await tablet.api.get('/session')).status).toBe(401);
  expect((await lotte.api.get('/session')).status).toBe(200);
});

test('a new password needs the current one and ends the other sessions', async () => {
  const joris = await kring.person('Joris');
  const phone = await joris.onAnotherDevice();
  const wrong = await joris.api.put('/users/me/password', { current: 'guess', password: 'nieuwe-sleutel-9' });
  expect([wrong.status, wrong.body.errors]).toMatchObject([400, [{ field: 'current', code: 'wrong' }]]);
  const common = await joris.api.put('/users/me/password', {
    current: kring.password,
    password: 'password12',
  });
  expect(common.body.errors).toMatchObject([{ field: 'password', code: 'common-password' }]);

  const changed = { current: kring.password, password: 'nieuwe-sleutel-9' };
  expect((await joris.api.put('/users/me/password', changed)).status).toBe(204);
  expect((await phone.api.get('/session')).status).toBe(401);
  expect((await joris.api.get('/session')).status).toBe(200);
  expect((await logIn(joris.email, kring.password)).status).toBe(401);
  expect((await logIn(joris.email, 'nieuwe-sleutel-9')).status).toBe(201);
});

test('a log-in needs text, once: lists, objects and several addresses are refused', async () => {
  const bad = [
    [[sanne.email, 'attacker@example.com'], kring.password],
    [{ $ne: null }, kring.password],
    [`${sanne.email},attacker@example.com`, kring.password],
    [`${sanne.email}\r\nBcc: attacker@example.com`, kring.password],
    [`"${sanne.email}"`, kring.password],
    [sanne.email, [kring.password]],
    [sanne.email, { $gt: '' }],
    [sanne.email, true],
    [sanne.email, ''],
    [sanne.email, null],
    [sanne.email, 'x'.repeat(201)],
    [sanne.email, 'with\0nul-inside'],
    [undefined, kring.password],
    ['x'.repeat(300), kring.password],
  ];
  for (const [email, password] of bad) {
    const { status, body } = await logIn(email, password);
    expect([status, body.type]).toEqual([400, 'urn:kring:problem:invalid-input']);
  }
  const more = await apiOf(kring.origin).post('/session', {
    email: sanne.email,
    password: 'x',
    role: 'admin',
  });
  expect(more.body.errors).toMatchObject([{ field: 'role', code: 'unknown-field' }]);
});
