import { apiOf, type Kring, startKring } from '#server-testing';

/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

const stranger = () => apiOf(kring.origin);

async function version(): Promise<number> {
  return (await kring.admin.api.get('/session')).body.organisation.version;
}

async function logo(content: Buffer | string = PIXEL, purpose = 'logo') {
  const form = new FormData();
  form.set('purpose', purpose);
  form.set('file', new Blob([content as BlobPart]), 'logo.png');
  return kring.admin.api.send('POST', '/files', { body: form });
}

test('everybody may see the name, the logo and the accent, and nothing else', async () => {
  const { status, body } = await stranger().get('/organisation');
  expect(status).toBe(200);
  expect(body).toEqual({ name: 'Testbouw', logo: null, accent: null });
});

test('an administrator changes them, and log-in, invitation and session show it', async () => {
  const { body: file } = await logo();
  const { status, body } = await kring.admin.api.patch('/organisation', {
    name: 'Testbouw & Zn',
    logoId: file.id,
    accent: '#7a1f3d',
    version: await version(),
  });
  expect(status).toBe(200);
  const card = { name: 'Testbouw & Zn', logo: `/api/v1/organisation/logo/${file.id}`, accent: '#7a1f3d' };
  expect(body).toMatchObject(card);
  expect((await stranger().get('/organisation')).body).toEqual(card);
  expect((await stranger().get('/setup')).body).toEqual({ needed: false, organisation: card });
  expect((await kring.admin.api.get('/session')).body.organisation).toMatchObject(card);
  const { token } = (await kring.admin.api.post('/invitations', { role: 'member' })).body;
  expect((await stranger().get(`/invitations/${token}`)).body.organisation).toEqual(card);
});

test('the logo is handed to strangers as a picture that runs nothing; what was the logo once is not', async () => {
  const first = (await logo()).body.id;
  const second = (await logo()).body.id;
  await kring.admin.api.patch('/organisation', { logoId: first, version: await version() });
  const answer = await stranger().get(`/organisation/logo/${first}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  await kring.admin.api.patch('/organisation', { logoId: second, version: await version() });
  expect((await stranger().get(`/organisation/logo/${first}`)).status).toBe(404);
  await kring.admin.api.patch('/organisation', { logoId: null, version: await version() });
  expect((await stranger().get(`/organisation/logo/${second}`)).status).toBe(404);
});

test('no other file gets out by the address of logos, and no other file becomes the logo', async () => {
  const portrait = (await logo(PIXEL, 'portrait')).body.id;
  expect((await stranger().get(`/organisation/logo/${portrait}`)).status).toBe(404);
  const { status } = await kring.admin.api.patch('/organisation', {
    logoId: portrait,
    version: await version(),
  });
  expect(status).toBe(404);
});

test('a logo is a picture made of points: a drawing that could hold a script is refused', async () => {
  const { status } = await logo('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect(status).toBe(415);
});

test.each(['red', '#12', '#GG0000', '#FFFFFF', 'url(x)'])('%s is no accent', async (accent) => {
  const { status, body } = await kring.admin.api.patch('/organisation', { accent, version: await version() });
  expect([status, body.errors[0].field]).toEqual([400, 'accent']);
});

test('of two who change at once the second is told, and shown what stands now', async () => {
  const now = await version();
  await kring.admin.api.patch('/organisation', { name: 'First', version: now });
  const { status, body } = await kring.admin.api.patch('/organisation', { name: 'Second', version: now });
  expect(status).toBe(412);
  expect(body.current.name).toBe('First');
});

test('a change is an event, so that open clients change at once', async () => {
  await kring.admin.api.patch('/organisation', { accent: null, version: await version() });
  const types = await kring.database.query<{ type: string }>(
    `SELECT type FROM events WHERE type = 'organisation.changed'
     UNION ALL SELECT type FROM outbox WHERE type = 'organisation.changed'`,
  );
  expect(types.length).toBeGreaterThan(0);
});
