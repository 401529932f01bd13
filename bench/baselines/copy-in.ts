import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { tablesOf } from './tables-of.ts';

/**
 * The least that writes everything: COPY of each file of copy-out.ts into the table of its name, in one transaction,
 * without looking at references. Arguments: database, folder.
 */
const [url, folder] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query(`SET session_replication_role = 'replica'`);
await client.query('BEGIN');
const tables = await tablesOf(client);
await client.query(`TRUNCATE ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
for (const { name, columns } of tables) {
  const copy = client.query(from(`COPY "${name}" (${columns}) FROM STDIN`));
  await pipeline(createReadStream(join(folder!, name)), copy);
}
await client.query('COMMIT');
await client.end();
