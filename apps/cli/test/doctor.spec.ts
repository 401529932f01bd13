import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Installation } from '../src/installation.ts';
import { BackupStand, rows } from './backup-stand.ts';

const ROOT = join(import.meta.dirname, '../../..');

let stand: BackupStand;
let demo: Installation;
beforeAll(async () => {
  const compile = `import('./scripts/compile.mjs').then(({ compileServer }) => compileServer())`;
  execFileSync(process.execPath, ['-e', compile], { cwd: ROOT, stdio: 'inherit' });
  stand = await BackupStand.make();
  demo = await stand.demo();
}, 120_000);
afterAll(() => stand.clear());

interface Said {
  code: number;
  out: string;
  error: string;
}

/** The command line as people run it. */
async function kring(args: string[], environment: Record<string, string> = {}): Promise<Said> {
  const child: ChildProcess = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DATABASE_URL: demo.DATABASE_URL,
      KRING_DATA: demo.KRING_DATA,
      ...environment,
    },
  });
  const said = { out: '', error: '' };
  child.stdout!.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr!.on('data', (chunk) => {
    said.error += chunk;
  });
  const code = await new Promise<number>((done) => child.once('close', (of) => done(of ?? -1)));
  return { ...said, code };
}

test('says of each check how it is, and as JSON the same for programs, with an exit code for both', async () => {
  const { out, code } = await kring(['doctor']);
  for (const check of ['settings', 'database', 'schema', 'clock', 'log', 'counters', 'storage', 'backup'])
    expect(out).toMatch(new RegExp(`^${check} +(ok|warning|FAILURE) +\\S`, 'm'));
  // The Postgres of the tests writes nothing down.
  expect(code).toBe(2);
  const json = await kring(['doctor', '--json', '--only', 'counters', 'schema']);
  expect(JSON.parse(json.out)).toMatchObject({
    level: 'ok',
    checks: [
      { check: 'schema', level: 'ok', findings: [{ code: 'schema.fine' }] },
      { check: 'counters', level: 'ok', findings: [{ code: 'counters.right' }] },
    ],
  });
  expect(json.code).toBe(0);
  expect((await kring(['doctor', '--only', 'backup'])).code).toBe(1);
});

test('changes nothing unless it is asked to, and then says what', async () => {
  await rows(
    demo.DATABASE_URL,
    'UPDATE threads SET reply_count = reply_count + 7 WHERE id = (SELECT id FROM threads LIMIT 1)',
  );
  const wrong = await kring(['doctor', '--only', 'counters']);
  expect(wrong.code).toBe(2);
  expect(wrong.out).toContain('The replies of threads are wrong in 1 row.');
  expect((await kring(['recount'])).out).toContain('replies of threads: 1 wrong');
  const repaired = await kring(['doctor', '--only', 'counters', '--repair']);
  expect(repaired.out).toContain(
    'Set the replies of threads right in 1 row, and told who may be looking at them.',
  );
  expect(repaired.code).toBe(0);
  const events = `SELECT data FROM outbox WHERE type = 'thread.changed' AND data ? 'recounted'`;
  expect(await rows(demo.DATABASE_URL, events)).toHaveLength(1);
});

test('a backup is known to it as soon as it was made, wherever it lies', async () => {
  const to = await mkdtemp(join(tmpdir(), 'kring-elsewhere-'));
  const { code, error } = await kring(['backup', '--to', to], {
    KRING_BACKUP_PASSPHRASE: 'een lange zin voor de kluis',
  });
  expect([code, error]).toEqual([0, expect.any(String)]);
  const after = await kring(['doctor', '--only', 'backup']);
  expect(after.code).toBe(0);
  expect(after.out).toMatch(/^backup +ok +The newest is \d+ seconds? old/m);
  for (const name of await readdir(to)) await rm(join(to, name));
  expect((await kring(['doctor', '--only', 'backup'])).out).toContain('is not where it was put');
  await rm(to, { recursive: true });
});

test('names what keeps it from looking: wrong settings, no database, a folder without a Kring', async () => {
  const nobody = await kring(['doctor', '--json'], { DATABASE_URL: 'postgres://kring:x@127.0.0.1:1/kring' });
  expect(nobody.code).toBe(2);
  expect(JSON.parse(nobody.out).checks).toMatchObject([
    {
      check: 'database',
      findings: [{ code: 'database.unusable', says: expect.stringContaining('No database answers') }],
    },
  ]);
  const wrong = await kring(['doctor', '--json'], { PORT: 'drie' });
  expect(wrong.code).toBe(2);
  expect(JSON.parse(wrong.out).checks).toMatchObject([
    { check: 'settings', findings: [{ code: 'settings.unusable' }] },
  ]);
  const empty = await mkdtemp(join(tmpdir(), 'kring-empty-'));
  const none = await kring(['doctor', '--json'], { DATABASE_URL: '', KRING_DATA: empty });
  expect(JSON.parse(none.out).checks[0].findings[0].says).toContain('There is no Kring in');
  expect(none.code).toBe(2);
  await rm(empty, { recursive: true });
});
