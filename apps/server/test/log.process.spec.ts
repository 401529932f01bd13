import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '#testing';
import { SECURITY_EVENTS } from '../src/audit/security-events.ts';
import { apiOf } from '../testing/api.ts';
import { must } from '../testing/person.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PASSWORD = 'kanariepietje-wachtwoord-47';
const NAME = 'Kanarie van Vogelenzang';
const EMAIL = 'kanarie@vogelenzang.example';
const METRICS_TOKEN = 'kanarie-van-de-metingen-48151623';
/** They change nothing of who may do what. */
const HARMLESS = [
  'PATCH /api/v1/users/me',
  'PUT /api/v1/house-rules/acceptance',
  'POST /api/v1/house-rules/preview',
  'POST /api/v1/users/:id/follow',
  'DELETE /api/v1/users/:id/follow',
];
const WORDS = 'kanariewoorden in een bericht';

let database: TestDatabase;
let folder: string;
let origin: string;
let server: ChildProcess;
let printed = '';

beforeAll(async () => {
  const compile = `import('./scripts/compile.mjs').then(({ compileServer }) => compileServer())`;
  execFileSync(process.execPath, ['-e', compile], { cwd: ROOT, stdio: 'inherit' });
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kring-log-'));
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address() as { port: number };
      probe.close(() => resolve(address.port));
    });
  });
  origin = `http://localhost:${port}`;
  server = spawn(process.execPath, ['dist/apps/server/src/main.js'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      KRING_DATA: folder,
      PORT: String(port),
      KRING_SETUP_CODE: 'a-code-for-tests',
      METRICS_TOKEN,
      LOG_LEVEL: 'debug',
    },
  });
  for (const stream of [server.stdout!, server.stderr!])
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; !(await isReady()); tries++) {
    if (tries === 600) throw new Error(`the server does not start: ${printed}`);
    await pause(50);
  }
}, 120_000);

afterAll(async () => {
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

test('even when everything is logged: no passwords, no tokens, nobody, and nothing that anybody wrote', async () => {
  const admin = apiOf(origin);
  const founded = { name: NAME, email: EMAIL, password: PASSWORD };
  await must(
    admin.post('/setup', {
      code: 'a-code-for-tests',
      organisation: { name: 'Kanariebedrijf' },
      admin: founded,
    }),
  );
  await admin.post('/session', { email: EMAIL, password: `${PASSWORD}-verkeerd` });
  await must(admin.post('/session', { email: EMAIL, password: PASSWORD }));
  const { token } = await must<any>(admin.post('/invitations', { role: 'member', email: `gast.${EMAIL}` }));
  await admin.get(`/invitations/${token}`);
  const place = await must<any>(
    admin.post('/communities', { name: 'Kanariekooi', kind: 'project', visibility: 'secret' }),
  );
  await must(admin.post(`/communities/${place.id}/threads`, { kind: 'update', title: WORDS, body: WORDS }));
  await admin.get(`/search?q=${encodeURIComponent(WORDS)}&in=posts`);
  const form = new FormData();
  form.set('purpose', 'attachment');
  form.set('file', new Blob([WORDS]), 'kanarielijst.txt');
  await admin.send('POST', '/files', { body: form });
  await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });

  // What is wrong is answered, and logged, in our words.
  await admin.post('/communities', { name: { kanarie: true }, kind: 'kanarie' });
  await admin.send('POST', '/communities', {
    body: '{"kanarie',
    headers: { 'content-type': 'application/json' },
  });
  await admin.get('/threads/kanarie');
  await fetch(`${origin}/kanarie%0d%0a{"level":60,"msg":"verzonnen"}`);
  await fetch(`${origin}/api/v1/users`, { headers: { 'user-agent': 'kanarie', cookie: 'kring=kanarie' } });
  await pause(300);

  const session = admin.cookie().split('=')[1]!;
  expect(printed).toContain('"route":"/api/v1/search"');
  for (const canary of ['kanarie', 'vogelenzang', PASSWORD, token, session, new URL(database.url).password])
    expect([canary, printed.toLowerCase().includes(canary.toLowerCase())]).toEqual([canary, false]);
});

/** Of the records of security events since `from`, what somebody who looks into them asks for. */
async function audited(from: number): Promise<any[]> {
  await pause(300);
  return printed
    .slice(from)
    .split('\n')
    .filter((line) => line.includes('"context":"Audit"'))
    .map((line) => JSON.parse(line));
}

test('each security event is one record: who, what, about whom, from where, and what became of it', async () => {
  const from = printed.length;
  const admin = apiOf(origin);
  await admin.post('/session', { email: `${EMAIL}\r\n{"level":60}`, password: 'verkeerd' });
  const { user: ada } = await must<any>(admin.post('/session', { email: EMAIL, password: PASSWORD }));
  const { token } = await must<any>(admin.post('/invitations', { role: 'member' }));
  const guest = apiOf(origin);
  const account = { name: 'Gast', email: `gast.${EMAIL}`, password: PASSWORD };
  const { user } = await must<any>(guest.post(`/invitations/${token}/accept`, account));
  await guest.patch(`/users/${ada.id}`, { role: 'admin' });
  await must(admin.patch(`/users/${user.id}`, { role: 'admin' }));
  const { url } = await must<any>(admin.post(`/users/${user.id}/reset-link`, {}));
  const [, reset] = /\/reset\/([\w-]+)$/.exec(url)!;
  await must(guest.post(`/resets/${reset}`, { password: `${PASSWORD}-nieuw` }));
  await must(admin.post(`/users/${user.id}/deactivate`, {}));
  await must(admin.delete('/session'));

  const records = await audited(from);
  const by = (record: any) => ({ [ada.id]: 'ada', [user.id]: 'guest' })[record.by] ?? record.by;
  expect(records.map((record) => `${record.event} by ${by(record)}: ${record.result}`)).toEqual([
    'session.begin by null: refused',
    'session.begin by ada: done',
    'invitation.make by ada: done',
    'invitation.accept by guest: done',
    'person.change-role by guest: refused',
    'person.change-role by ada: done',
    'password.make-reset-link by ada: done',
    'password.reset by guest: done',
    'person.deactivate by ada: done',
    'session.end by ada: done',
  ]);
  for (const { from: address } of records)
    expect(address).toMatch(/^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/);
  expect(records.at(5)).toMatchObject({ about: { id: user.id }, level: 30, msg: 'security event' });
  expect(records.at(4)).toMatchObject({ about: { id: ada.id }, problem: 'forbidden' });
  for (const canary of [token, reset, PASSWORD, EMAIL])
    expect(JSON.stringify(records).toLowerCase()).not.toContain(canary.toLowerCase());
});

test('every route that changes accounts, sessions, invitations or roles is among the security events', async () => {
  const { paths } = JSON.parse(readFileSync(join(ROOT, 'dist/openapi.json'), 'utf8'));
  const routes = Object.entries<any>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  const SENSITIVE =
    /^(POST|PUT|PATCH|DELETE) \/api\/v1\/(setup|sessions?|users|resets|invitations|organisation|house-rules)\b/;
  const harmless = HARMLESS.filter((route) => routes.includes(route));
  expect(harmless).toEqual(HARMLESS);
  const expected = routes.filter((route) => SENSITIVE.test(route) && !HARMLESS.includes(route));
  expect(expected.filter((route) => !SECURITY_EVENTS[route])).toEqual([]);
  expect(Object.keys(SECURITY_EVENTS).filter((route) => !routes.includes(route))).toEqual([]);
});

test('every line is one record, whatever was sent; a stack is never part of an answer', async () => {
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const records = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  expect(records.length).toBeGreaterThan(15);
  expect(records.filter(({ level, time }) => typeof level !== 'number' || typeof time !== 'string')).toEqual(
    [],
  );
  // What is no record is the greeting.
  expect(lines.filter((line) => !line.startsWith('{')).join()).not.toMatch(/[{}]|Error|verzonnen/);

  // A table that is gone: the worst that can happen to a request.
  const admin = apiOf(origin);
  await must(admin.post('/session', { email: EMAIL, password: PASSWORD }));
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('ALTER TABLE topic_follows RENAME TO kept_for_later');
  const { status, body } = await admin.get('/feeds/home');
  await client.query('ALTER TABLE kept_for_later RENAME TO topic_follows');
  await client.end();
  expect(status).toBe(500);
  expect(Object.keys(body).sort()).toEqual(['detail', 'status', 'title', 'type']);
  expect(JSON.stringify(body)).not.toMatch(/topic_follows|\.js|at /);
  await pause(200);
  expect(printed).toContain('topic_follows');
});
