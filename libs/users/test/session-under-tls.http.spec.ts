import { type Kring, startKring } from '#server-testing';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring({ settings: { KRING_ORIGIN: 'https://kring.example' }, setUp: false });
});
afterAll(() => kring.stop());

const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${kring.settings.PORT}/api/v1${path}`, {
    method,
    body: body && JSON.stringify(body),
    headers: {
      origin: 'https://kring.example',
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
  });

test('under TLS the cookie is bound to the host, and links name the configured address only', async () => {
  const admin = { name: 'Ada', email: 'ada@example.com', password: 'dijkgraaf-fiets-47' };
  const setUp = await send('POST', '/setup', {
    code: 'a-code-for-tests',
    organisation: { name: 'Testbouw' },
    admin,
  });
  const [setCookie] = setUp.headers.getSetCookie();
  expect(setCookie!.split('; ').slice(1).sort()).toEqual([
    'HttpOnly',
    'Max-Age=15552000',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
  const [cookie] = setCookie!.split(';');
  expect(cookie).toMatch(/^__Host-kring=/);

  const forged = {
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'http',
    Forwarded: 'host=evil.example',
  };
  const invited = await send('POST', '/invitations', { role: 'member' }, { ...forged, cookie: cookie! });
  const { url, token } = (await invited.json()) as { url: string; token: string };
  expect(url).toBe(`https://kring.example/invitations/${token}`);

  const plainCookie = cookie!.replace('__Host-', '');
  expect((await send('GET', '/session', undefined, { cookie: plainCookie })).status).toBe(401);
});
