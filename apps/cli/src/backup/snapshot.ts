import pg from 'pg';
import type { TableShape } from '../archive/contents.ts';
import { CopyOut } from './copy-out.ts';

const FILES_AT_ONCE = 1000;

export interface StoredFile {
  id: string;
  size: number;
}

/** The database as it was at one moment, however long reading it takes and whatever is written meanwhile. */
export class Snapshot {
  private constructor(private readonly client: pg.Client) {}

  static async take(url: string): Promise<Snapshot> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'kring-backup',
      // It lasts as long as it lasts, and waits for nobody's lock.
      options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout=10000',
    });
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return new Snapshot(client);
  }

  async facts(): Promise<{
    madeAt: string;
    postgres: string;
    migrations: string[];
    head: number;
    size: number;
  }> {
    const { rows } = await this.client.query(`
      SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "madeAt",
        current_setting('server_version') AS postgres,
        (SELECT array_agg(name ORDER BY id) FROM migrations) AS migrations,
        (SELECT head::float8 FROM event_log) AS head,
        (SELECT sum(pg_table_size(oid))::float8 FROM pg_class
          WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace) AS size`);
    return rows[0];
  }

  /** Every table, read from the catalogue: one that is added later is never forgotten. */
  async tables(): Promise<TableShape[]> {
    const { rows } = await this.client.query<TableShape>(`
      SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      GROUP BY c.relname ORDER BY c.relname`);
    return rows;
  }

  /** Not of the moment of the snapshot, but never below what its rows hold. */
  async sequences(): Promise<Record<string, number>> {
    const { rows } = await this.client.query<{ name: string; last: number }>(
      `SELECT sequencename AS name, last_value::float8 AS last FROM pg_sequences
       WHERE schemaname = 'public' AND last_value IS NOT NULL`,
    );
    return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
  }

  /** What COPY says of a table, in pieces. Answers the number of rows when all of it was read. */
  async *copy({ name, columns }: TableShape): AsyncGenerator<Buffer, number> {
    const quoted = columns.map((column) => `"${column}"`).join(', ');
    const copy = this.client.query(new CopyOut(`COPY "${name}" (${quoted}) TO STDOUT`));
    yield* copy;
    return copy.rowCount;
  }

  async *files(): AsyncGenerator<StoredFile> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await this.client.query<StoredFile>(
        'SELECT id, size::float8 AS size FROM files WHERE id > $1 ORDER BY id LIMIT $2',
        [after, FILES_AT_ONCE],
      );
      yield* rows;
      if (rows.length < FILES_AT_ONCE) return;
      after = rows.at(-1)!.id;
    }
  }

  async release(): Promise<void> {
    await this.client.end();
  }
}
