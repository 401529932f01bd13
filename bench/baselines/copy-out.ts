import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { tablesOf } from './tables-of.ts';

/**
 * The least that reads everything: COPY of each table, thrown away, or into files of a folder. Arguments: database,
 * folder if any. Answers the bytes.
 */
const [url, folder] = process.argv.slice(2);
const client = new pg.Client({ connectionString: url });
await client.connect();
let bytes = 0;
for (const { name, columns } of await tablesOf(client)) {
  const stream = client.query(to(`COPY "${name}" (${columns}) TO STDOUT`));
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(stream, folder ? createWriteStream(join(folder, name)) : nowhere);
}
await client.end();
console.log(JSON.stringify({ bytes }));
