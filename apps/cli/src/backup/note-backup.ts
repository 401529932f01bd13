import pg from 'pg';

const KEPT = 100;
const NO_TABLE = '42P01';

/**
 * Leaves word in the database that there is a backup, for the System page, the metrics and `kring doctor`: they may
 * run where its disk is not. A schema older than that knows no place for it; the backup is as good without.
 */
export async function noteBackup(
  databaseUrl: string,
  backup: { path: string; bytes: number; encrypted: boolean },
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'kring-backup' });
  await client.connect();
  try {
    await client.query('INSERT INTO backups (path, bytes, encrypted) VALUES ($1, $2, $3)', [
      backup.path,
      backup.bytes,
      backup.encrypted,
    ]);
    await client.query(
      `DELETE FROM backups WHERE id NOT IN (SELECT id FROM backups ORDER BY made_at DESC LIMIT ${KEPT})`,
    );
  } catch (error) {
    if ((error as { code?: string }).code !== NO_TABLE) throw error;
  } finally {
    await client.end();
  }
}
