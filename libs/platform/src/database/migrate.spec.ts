import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { type TestDatabase, testDatabase } from '#testing';
import { createIndex } from '../../../../migrations/online/create-index.ts';
import { inBatches } from '../../../../migrations/online/in-batches.ts';
import { StartupProblem } from '../startup-problem.ts';
import { createDataSource } from './data-source.ts';
import { runMigrations } from './migrate.ts';
import type { Migration } from './schema-known.ts';

let database: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await testDatabase(async () => undefined);
  client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

async function rows<T = any>(text: string): Promise<T[]> {
  return (await client.query(text)).rows;
}

/** Begins the schema: what TypeORM keeps, a table with rows, what older versions are told. */
class Begin1700000000001 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE notes AS SELECT n AS id, n % 100 AS kind FROM generate_series(1, 3000) AS n;
      CREATE TABLE schema_changes (name text PRIMARY KEY, breaks_older boolean NOT NULL);`);
  }
  async down(): Promise<void> {}
}

class Index1700000000002 {
  readonly transaction = false;
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE runs (at timestamptz)').catch(() => undefined);
    await db.query('INSERT INTO runs VALUES (now())');
    await createIndex(db, 'notes_by_id', 'notes (id, kind)');
  }
  async down(): Promise<void> {}
}

class Unique1700000000003 {
  readonly transaction = false;
  async up(db: QueryRunner): Promise<void> {
    await createIndex(db, 'notes_by_kind', 'notes (kind)');
    await db.query('SELECT 1');
  }
  async down(): Promise<void> {}
}

class AddColumn1700000000004 {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE notes ADD COLUMN done boolean NOT NULL DEFAULT false');
  }
  async down(): Promise<void> {}
}

class Backfill1700000000005 {
  readonly transaction = false;
  async up(db: QueryRunner): Promise<void> {
    await inBatches(
      db,
      'UPDATE notes SET done = true WHERE id IN (SELECT id FROM notes WHERE NOT done ORDER BY id LIMIT 100)',
    );
  }
  async down(): Promise<void> {}
}

class DropColumn1700000000006 {
  readonly breaksOlder = true;
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE notes DROP COLUMN kind');
  }
  async down(): Promise<void> {}
}

const migrate = (...migrations: Migration[]) => runMigrations(database.url, migrations);

describe('changes of the schema', () => {
  test('three processes that start together run each once, also the building of an index', async () => {
    await migrate(Begin1700000000001);
    const all = [Begin1700000000001, Index1700000000002];
    await Promise.all([migrate(...all), migrate(...all), migrate(...all)]);
    expect(await rows('SELECT count(*)::int FROM runs')).toEqual([{ count: 1 }]);
    expect(await rows(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'notes_by_id'::regclass`)).toEqual([
      { indisvalid: true },
    ]);
  });

  test('one that waits for a lock lets others pass, tries again, and comes through', async () => {
    await migrate(Begin1700000000001);
    const reader = new pg.Client({ connectionString: database.url });
    await reader.connect();
    await reader.query('BEGIN');
    await reader.query('SELECT count(*) FROM notes');
    const migrating = migrate(Begin1700000000001, AddColumn1700000000004);
    // Once the change waits for the lock, whoever comes after it waits as well, but not as long as the reader reads.
    const waiting = `SELECT FROM pg_locks WHERE relation = 'notes'::regclass AND NOT granted`;
    while ((await rows(waiting)).length === 0);
    expect(await rows('SELECT count(*)::int FROM notes')).toEqual([{ count: 3000 }]);
    await reader.query('COMMIT');
    await reader.end();
    await migrating;
    expect(await rows('SELECT count(*)::int FROM notes WHERE NOT done')).toEqual([{ count: 3000 }]);
  });

  test('what a failed building of an index left is removed, and the next one succeeds', async () => {
    await migrate(Begin1700000000001);
    await expect(
      client.query('CREATE UNIQUE INDEX CONCURRENTLY notes_by_kind ON notes (kind)'),
    ).rejects.toThrow('could not create unique index');
    const invalid = 'SELECT indexrelid::regclass::text AS name FROM pg_index WHERE NOT indisvalid';
    expect(await rows(invalid)).toEqual([{ name: 'notes_by_kind' }]);
    await migrate(Begin1700000000001, Unique1700000000003);
    expect(await rows(invalid)).toEqual([]);
    expect(await rows(`SELECT to_regclass('notes_by_kind')::text AS name`)).toEqual([
      { name: 'notes_by_kind' },
    ]);
  });

  test('an index is built in the transaction of a restore, too', async () => {
    await migrate(Begin1700000000001);
    const runner = (await createDataSource(database.url).initialize()).createQueryRunner();
    await runner.startTransaction();
    await new Index1700000000002().up(runner);
    await runner.commitTransaction();
    await runner.connection.destroy();
    expect(await rows(`SELECT to_regclass('notes_by_id')::text AS name`)).toEqual([{ name: 'notes_by_id' }]);
  });

  test('one that is killed among its batches goes on where it was', async () => {
    const all = [Begin1700000000001, AddColumn1700000000004, Backfill1700000000005];
    await migrate(...all.slice(0, 2));
    await client.query(`CREATE TABLE changed (id int);
      CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO changed VALUES (NEW.id); RETURN NULL; END $$;
      CREATE TRIGGER note AFTER UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION note()`);
    const killed = migrate(...all).catch((error) => error);
    while ((await rows('SELECT FROM notes WHERE done')).length < 500);
    await rows(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'kring'`,
    );
    expect(await killed).toBeInstanceOf(Error);
    expect(await rows('SELECT FROM notes WHERE NOT done LIMIT 1')).toHaveLength(1);
    await migrate(...all);
    expect(await rows('SELECT count(*)::int, count(DISTINCT id)::int AS ids FROM changed')).toEqual([
      { count: 3000, ids: 3000 },
    ]);
  });
});

describe('a schema that a newer Kring has changed', () => {
  test('is taken when every change says that older versions can live with it', async () => {
    await migrate(Begin1700000000001, AddColumn1700000000004);
    await migrate(Begin1700000000001);
    await migrate(Begin1700000000001, AddColumn1700000000004, DropColumn1700000000006);
  });

  test('is refused when one takes away what they use', async () => {
    await migrate(Begin1700000000001, AddColumn1700000000004, DropColumn1700000000006);
    const refused = await migrate(Begin1700000000001).catch((error) => error);
    expect(refused).toBeInstanceOf(StartupProblem);
    expect(refused.cause).toContain('in a way that this version cannot work with (DropColumn1700000000006)');
    expect(refused.remedy).toMatch(/^Start that newer version, or restore a backup/);
  });

  test('is refused when nothing is known of a change', async () => {
    await migrate(Begin1700000000001, AddColumn1700000000004);
    await client.query(`DELETE FROM schema_changes WHERE name = 'AddColumn1700000000004'`);
    await expect(migrate(Begin1700000000001)).rejects.toThrow('AddColumn1700000000004');
  });

  test('is refused before older versions were told anything', async () => {
    await migrate(Begin1700000000001, AddColumn1700000000004);
    await client.query('DROP TABLE schema_changes');
    await expect(migrate(Begin1700000000001)).rejects.toThrow('AddColumn1700000000004');
  });
});
