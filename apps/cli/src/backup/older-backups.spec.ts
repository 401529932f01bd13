import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupName, removeOlder } from './older-backups.ts';

test('only the newest are kept, and nothing else in the folder is touched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kring-older-'));
  const names = [3, 11, 20].map((day) => backupName(new Date(Date.UTC(2026, 10, day, 1, 30)), day !== 11));
  expect(names[0]).toBe('kring-2026-11-03T013000Z.tar.zst.age');
  for (const name of [...names, 'kring.txt', `${names[0]}.partial`]) await writeFile(join(folder, name), '');
  expect(await removeOlder(folder, 5)).toEqual([]);
  expect(await removeOlder(folder, 2)).toEqual([names[0]]);
  expect((await readdir(folder)).sort()).toEqual(
    [`${names[0]}.partial`, ...names.slice(1), 'kring.txt'].sort(),
  );

  const twoDaysAgo = Date.now() / 1_000 - 2 * 86_400;
  for (const name of ['kring.txt', `${names[0]}.partial`])
    await utimes(join(folder, name), twoDaysAgo, twoDaysAgo);
  expect(await removeOlder(folder, 2)).toEqual([`${names[0]}.partial`]);
  expect((await readdir(folder)).sort()).toEqual([...names.slice(1), 'kring.txt'].sort());
  await rm(folder, { recursive: true });
});
