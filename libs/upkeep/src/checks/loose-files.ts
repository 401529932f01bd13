import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LOOSE_FILES } from '#files';
import type { Examined } from '../check.ts';
import { count, type Finding } from '../finding.ts';

const DAY_MS = 86_400_000;
const BATCH = 500;
const SHOWN = 20;
/** What cleaning takes away within the hour; a day later something keeps it from doing so. */
const OVERDUE = `interval '2 days'`;

/**
 * Bytes that no row names, for a day at least: an upload puts its bytes there before its row, and what is dropped waits
 * for the cleaning. They may be of use after a restore, so they are set aside, not deleted.
 */
export async function lostBytes(kring: Examined): Promise<Finding[]> {
  const { store } = kring;
  let n = 0;
  const examples: string[] = [];
  for await (const ids of unknown(kring)) {
    n += ids.length;
    examples.push(...ids.slice(0, SHOWN - examples.length));
  }
  if (n === 0) return [];
  return [
    {
      code: 'storage.bytes-lost',
      level: 'warning',
      says: `${count(n, 'file')} on the disk ${n === 1 ? 'is' : 'are'} not known to the database: nobody can reach ${n === 1 ? 'it' : 'them'}.`,
      remedy:
        'Let "kring doctor --repair" move them into files-aside in KRING_DATA; delete that when nobody misses anything.',
      examples,
      repair: async () => {
        let moved = 0;
        for await (const ids of unknown(kring))
          for (const id of ids) {
            await store.setAside(id);
            moved++;
          }
        return `Moved ${count(moved, 'file')} into files-aside in KRING_DATA.`;
      },
    },
  ];
}

async function* unknown({ store, database }: Examined): AsyncGenerator<string[]> {
  let old: string[] = [];
  const strangers = async () => {
    const rows = await database.query<{ id: string }>(
      `SELECT id FROM unnest($1::uuid[]) AS stored (id)
       WHERE NOT EXISTS (SELECT FROM files WHERE files.id = stored.id)
         AND NOT EXISTS (SELECT FROM dropped_files WHERE dropped_files.id = stored.id)`,
      [old],
    );
    old = [];
    return rows.map(({ id }) => id);
  };
  for await (const { id, at } of store.stored()) {
    if (Date.now() - at.getTime() < DAY_MS) continue;
    old.push(id);
    if (old.length === BATCH) yield await strangers();
  }
  if (old.length > 0) yield await strangers();
}

/** Uploads that stand in no post, draft, portrait, picture or logo. Index files_loose. */
export async function looseFiles({ database }: Examined): Promise<Finding[]> {
  const where = `${LOOSE_FILES} AND created_at < now() - ${OVERDUE}`;
  const [row] = await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM files WHERE ${where}`);
  if (row!.n === 0) return [];
  return [
    {
      code: 'storage.uploads-loose',
      level: 'warning',
      says: `${count(row!.n, 'upload')} that nobody used ${row!.n === 1 ? 'was' : 'were'} not cleaned away.`,
      remedy: 'See that a process with KRING_ROLE all or worker runs: it cleans once an hour.',
      repair: async () => {
        const gone = await database.query(`DELETE FROM files WHERE ${where} RETURNING id`);
        return `Removed ${count(gone.length, 'upload')}; the bytes go with the next cleaning.`;
      },
    },
  ];
}

/** Bytes of files that are no more, and uploads that were cut off. */
export async function waitingToGo({ database, store, settings }: Examined): Promise<Finding[]> {
  const overdue = `dropped_at < now() - ${OVERDUE}`;
  const [row] = await database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM dropped_files WHERE ${overdue}`,
  );
  const halves = await cutOff(join(settings.KRING_DATA, 'files', 'incoming'));
  const n = row!.n + halves.length;
  if (n === 0) return [];
  return [
    {
      code: 'storage.bytes-waiting',
      level: 'warning',
      says: `${count(n, 'deleted or half-sent file')} still ${n === 1 ? 'takes' : 'take'} room on the disk.`,
      remedy: 'See that a process with KRING_ROLE all or worker runs: it cleans once an hour.',
      repair: async () => {
        const dropped = await database.query<{ id: string }>(`SELECT id FROM dropped_files WHERE ${overdue}`);
        for (const { id } of dropped) await store.remove(id);
        await database.query('DELETE FROM dropped_files WHERE id = ANY ($1)', [dropped.map(({ id }) => id)]);
        for (const path of halves) await rm(path, { force: true });
        return `Removed ${count(n, 'file')} from the disk.`;
      },
    },
  ];
}

async function cutOff(folder: string): Promise<string[]> {
  const paths = (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
  const old = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => Date.now() - mtimeMs > 2 * DAY_MS,
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => old[index]);
}
