import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { plainToInstance } from 'class-transformer';
import { Settings } from '#platform';
import { type Kring, startKring } from '#server-testing';
import { testRedis } from '#testing';
import { certificateOf } from './certificate-of.ts';
import { patientOf, see } from './patient.ts';

let kring: Kring;
beforeAll(async () => {
  kring = await startKring();
});
afterAll(() => kring.stop());

const with_ = (more: Partial<Settings>, environment: NodeJS.ProcessEnv = {}) =>
  patientOf(kring, { settings: plainToInstance(Settings, { ...kring.settings, ...more }), environment });
const codes = async (check: string, patient = patientOf(kring)) =>
  (await see(patient, { only: [check] })).codes;
const DAY = 86_400_000;

/** What the doctor says of a server on this machine with such a certificate. */
async function certificate(host: string, from: number, to: number): Promise<string[]> {
  const at = (days: number) => new Date(Date.now() + days * DAY);
  const server = createServer(certificateOf(host, at(from), at(to))).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', () => done(undefined)));
  const { port } = server.address() as AddressInfo;
  const found = await codes('certificate', with_({ KRING_ORIGIN: `https://localhost:${port}` }));
  await new Promise((done) => server.close(() => done(undefined)));
  return found;
}

test('a certificate that ended, ends soon or is for another name is found before people find it', async () => {
  expect(await certificate('localhost', -90, -1)).toEqual(['certificate.expired']);
  expect(await certificate('localhost', -80, 10)).toEqual([
    'certificate.not-trusted',
    'certificate.ends-soon',
  ]);
  expect(await certificate('localhost', -1, 89)).toEqual(['certificate.not-trusted']);
  // Of half a day, as those of Caddy's own authority: four hours left are plenty.
  expect(await certificate('localhost', -8 / 24, 4 / 24)).toEqual(['certificate.not-trusted']);
  expect(await certificate('localhost', -10 / 24, 2 / 24)).toContain('certificate.ends-soon');
  expect(await certificate('elders.example', -1, 89)).toEqual([
    'certificate.other-name',
    'certificate.not-trusted',
  ]);
  expect(await codes('certificate', with_({ KRING_ORIGIN: 'https://localhost:1' }))).toEqual([
    'certificate.not-reached',
  ]);
});

test('Redis that is away is said, and nothing where none is wanted', async () => {
  expect(await codes('redis')).toEqual([]);
  const redis = await testRedis();
  const patient = with_({ REDIS_URL: redis.url });
  expect(await codes('redis', patient)).toEqual([]);
  await redis.kill();
  expect(await codes('redis', patient)).toEqual(['redis.away']);
});

test('a clock that is wrong is measured against that of the database', async () => {
  expect(await codes('clock')).toEqual([]);
  const now = Date.now;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() - 90_000);
  const { findings } = await see(patientOf(kring), { only: ['clock'] });
  clock.mockRestore();
  expect(findings).toMatchObject([{ code: 'clock.skew', level: 'failure' }]);
  expect(findings[0]!.says).toContain('90 seconds');
  await kring.database.query(
    `UPDATE events SET at = now() + interval '2 hours' WHERE seq = (SELECT head FROM event_log)`,
  );
  expect(await codes('clock')).toEqual(['clock.went-back']);
});

test('settings that fit badly, and names that nothing reads, are said', async () => {
  expect(await codes('settings')).toEqual(['settings.no-limit']);
  const good = { REQUESTS_PER_MINUTE: 6000 };
  expect(await codes('settings', with_(good))).toEqual([]);
  expect(await codes('settings', with_({ ...good, KRING_ORIGIN: 'http://kring.example' }))).toEqual([
    'settings.no-tls',
  ]);
  const proxied = { ...good, KRING_ORIGIN: 'https://kring.example' };
  expect(await codes('settings', with_(proxied))).toEqual(['settings.proxy-unknown']);
  expect(await codes('settings', with_({ ...proxied, TRUSTED_PROXIES: 1 }))).toEqual([]);
  const environment = {
    KRING_ORIGN: 'x',
    KRING_DATA: 'x',
    KRING_BACKUP_PASSPHRASE_FILE: 'x',
    KRING_SETUP_CODE_FILE: 'x',
  };
  const { findings } = await see(with_(good, environment), { only: ['settings'] });
  expect(findings.map(({ says }) => says)).toEqual(['Nothing reads KRING_ORIGN.']);
});

test('the newest backup is asked for its age, and whether it is still there', async () => {
  const backups = () => see(patientOf(kring), { only: ['backup'] });
  expect((await backups()).codes).toEqual(['backup.none']);
  const made = (age: string, path = '/nowhere/that/can/be/seen') =>
    kring.database.query(
      `INSERT INTO backups (made_at, path, bytes, encrypted) VALUES (now() - $1::interval, $2, 5, true)`,
      [age, path],
    );
  await made('8 days');
  expect((await backups()).findings).toMatchObject([{ code: 'backup.old', level: 'failure' }]);
  await made('50 hours');
  expect((await backups()).findings).toMatchObject([{ code: 'backup.old', level: 'warning' }]);
  await made('2 hours');
  expect((await backups()).codes).toEqual([]);
  const folder = await mkdtemp(join(tmpdir(), 'kring-backups-'));
  const path = join(folder, 'kring-x.tar.zst.age');
  await writeFile(path, 'x');
  await made('1 hour', path);
  expect((await backups()).codes).toEqual([]);
  await rm(path);
  expect((await backups()).codes).toEqual(['backup.gone']);
  await rm(folder, { recursive: true });
});
