import { mkdir, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { type Kring, type Person, startKring } from '#server-testing';
import { room } from '../src/checks/storage.check.ts';
import { healed, patientOf, see } from './patient.ts';

let kring: Kring;
let sanne: Person;
let place: any;
beforeAll(async () => {
  kring = await startKring();
  sanne = await kring.person('Sanne');
  place = await sanne.creates('Nieuwbouw');
});
afterAll(() => kring.stop());

const sql = (text: string, values: unknown[] = []) => kring.database.query<any>(text, values);
const folder = () => join(kring.settings.KRING_DATA, 'files');
const pathOf = (id: string) => join(folder(), id.slice(-2), id.slice(-4, -2), id);
const storage = (more = {}) => see(patientOf(kring, more), { only: ['storage'] });
const DAYS_AGO = new Date(Date.now() - 3 * 86_400_000);

async function upload(): Promise<string> {
  const form = new FormData();
  form.set('purpose', 'attachment');
  form.set('file', new Blob(['twaalf bytes']), 'bestand.txt');
  return (await sanne.api.send('POST', '/files', { body: form })).body.id;
}

async function posted(): Promise<string> {
  const id = await upload();
  await sanne.starts(place, 'Met bijlage', { fileIds: [id] });
  return id;
}

test('every file that the database names is looked for, with its size; with its hash when there is time', async () => {
  const [gone, short, other] = [await posted(), await posted(), await posted()];
  expect((await storage({ thorough: true })).codes).toEqual([]);
  await rm(pathOf(gone));
  await truncate(pathOf(short), 4);
  await writeFile(pathOf(other), 'ander bytes!');
  expect((await storage()).findings).toMatchObject([
    { code: 'storage.file-gone', level: 'failure', examples: [gone] },
    { code: 'storage.file-changed', level: 'failure', examples: [short] },
  ]);
  const thorough = await storage({ thorough: true });
  expect(thorough.findings[1]!.examples!.sort()).toEqual([short, other].sort());
  for (const id of [gone, short, other]) await writeFile(pathOf(id), 'twaalf bytes');
  expect((await storage({ thorough: true })).codes).toEqual([]);
});

test('bytes that nobody knows are listed and set aside, but not those of an upload that has just begun', async () => {
  const [lost, young, dropped] = [uuidv7(), uuidv7(), uuidv7()];
  for (const id of [lost, young, dropped]) {
    await mkdir(join(pathOf(id), '..'), { recursive: true });
    await writeFile(pathOf(id), 'verweesd');
  }
  for (const id of [lost, dropped]) await utimes(pathOf(id), DAYS_AGO, DAYS_AGO);
  await sql('INSERT INTO dropped_files (id) VALUES ($1)', [dropped]);
  const seen = await healed(patientOf(kring), 'storage');
  expect(seen.findings).toMatchObject([{ code: 'storage.bytes-lost', examples: [lost] }]);
  expect(seen.left).toEqual([]);
  expect(await readdir(join(kring.settings.KRING_DATA, 'files-aside'))).toEqual([lost]);
  expect((await stat(pathOf(young))).size).toBe(8);
});

test('uploads nobody used, deleted files and halves of uploads go when cleaning forgot them', async () => {
  const [loose, kept] = [await upload(), await posted()];
  await sql(`UPDATE files SET created_at = now() - interval '3 days' WHERE id = ANY ($1)`, [[loose, kept]]);
  await sql(`INSERT INTO dropped_files VALUES ($1, now() - interval '3 days')`, [uuidv7()]);
  const half = join(folder(), 'incoming', uuidv7());
  await mkdir(join(half, '..'), { recursive: true });
  await writeFile(half, 'half');
  await utimes(half, DAYS_AGO, DAYS_AGO);
  const seen = await healed(patientOf(kring), 'storage');
  expect(seen.codes).toEqual(['storage.uploads-loose', 'storage.bytes-waiting']);
  expect(seen.left).toEqual([]);
  expect(await readdir(join(folder(), 'incoming'))).toEqual([]);
  expect(await sql('SELECT id FROM files WHERE id = ANY ($1)', [[loose, kept]])).toEqual([{ id: kept }]);
});

test('a folder that takes nothing, and a disk without room, are said', async () => {
  const settings = (KRING_DATA: string) => Object.assign(Object.create(kring.settings), { KRING_DATA });
  const blocked = join(kring.settings.KRING_DATA, 'blocked');
  await mkdir(join(blocked, 'files'), { recursive: true });
  await writeFile(join(blocked, 'files', 'incoming'), 'a file where a folder should be');
  expect((await storage({ settings: settings(blocked) })).codes).toContain('storage.not-writable');
  // A file system that has no room at all.
  expect(await room(settings('/proc'))).toMatchObject([{ code: 'storage.disk-low', level: 'failure' }]);
});

test('people who left are out everywhere, and somebody administers', async () => {
  const left = await kring.person('Vertrokken');
  await left.onAnotherDevice();
  await sql('UPDATE users SET deactivated_at = now() WHERE id = $1', [left.id]);
  await sql(`UPDATE sessions SET expires_at = now() - interval '3 days' WHERE user_id = $1`, [sanne.id]);
  const seen = await healed(patientOf(kring), 'people');
  expect(seen.codes).toEqual(['people.deactivated-sessions', 'people.old-sessions']);
  expect(seen.repaired).toEqual(['Ended 2 sessions, on all devices.', 'Removed 1 session.']);
  expect(seen.left).toEqual([]);
  const [event] = await sql(
    `SELECT data FROM events WHERE type = 'session.ended' AND user_id = $1
    UNION ALL SELECT data FROM outbox WHERE type = 'session.ended' AND user_id = $1`,
    [left.id],
  );
  expect(event.data.sessionIds).toHaveLength(2);
  await sql(`UPDATE users SET role = 'member' WHERE id = $1`, [kring.admin.id]);
  expect((await see(patientOf(kring), { only: ['people'] })).codes).toEqual(['people.no-admin']);
  await sql(`UPDATE users SET role = 'admin' WHERE id = $1`, [kring.admin.id]);
});
