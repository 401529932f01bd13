import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '#files';
import type { Sql } from '#platform';
import { drawPortrait } from '../demo/portrait.ts';
import type { Cast } from './cast.ts';
import { insert } from './insert.ts';

const SIDE = 256;

/** Draws everybody's portrait, keeps it where uploads are kept, and hangs it up. */
export async function addPortraits(
  sql: Sql,
  store: FileStore,
  cast: Cast,
  dataFolder: string,
): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const drafts = await mkdtemp(join(dataFolder, 'portraits-'));
  try {
    for (const person of cast.people) {
      const id = cast.idAt(cast.since);
      const picture = drawPortrait(person.handle, person.look);
      const path = join(drafts, id);
      await writeFile(path, picture, { mode: 0o600 });
      await store.keep(id, path);
      const sha256 = `\\x${createHash('sha256').update(picture).digest('hex')}`;
      await insert(sql, 'files', [
        {
          ...{
            id,
            owner_id: person.id,
            purpose: 'portrait',
            name: `${person.handle}.png`,
            media_type: 'image/png',
          },
          ...{ size: picture.length, sha256, width: SIDE, height: SIDE, created_at: new Date(cast.since) },
        },
      ]);
      await sql.query('UPDATE users SET portrait_id = $2 WHERE id = $1', [person.id, id]);
    }
  } finally {
    await rm(drafts, { recursive: true, force: true });
  }
}
