import type { QueryRunner } from 'typeorm';
import type { Manifest } from '../archive/contents.ts';

/**
 * How far the log jumps. Clients may have seen more of it than the backup holds, up to a number nobody knows any
 * more; after the jump each of their cursors is older than what is kept, so they load anew.
 */
const LEAP = 1_000_000_000;

/**
 * What must not be as it was when the backup was made. Sessions and invitations that ended since would be good
 * again, so all of them end; numbers go on after the last ones that were copied.
 */
export async function settle(runner: QueryRunner, manifest: Manifest): Promise<void> {
  await runner.query('DELETE FROM sessions');
  await runner.query(
    'UPDATE invitations SET revoked_at = now() WHERE accepted_at IS NULL AND revoked_at IS NULL',
  );
  await runner.query('DELETE FROM reset_links');
  await runner.query('UPDATE event_log SET head = head + $1, floor = head + $1', [LEAP]);
  for (const [name, last] of Object.entries(manifest.sequences))
    await runner.query('SELECT setval($1::regclass, $2)', [`"${name}"`, last]);
}
