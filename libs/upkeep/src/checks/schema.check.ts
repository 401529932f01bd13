import { migrations } from '#migrations';
import type { Sql } from '#platform';
import type { Check, Examined } from '../check.ts';
import { count, type Finding, ok } from '../finding.ts';

/** Whether the tables are those of this Kring, and everything on them is in force. */
export const schemaCheck: Check = {
  name: 'schema',
  async examine(kring) {
    const found = [
      ...(await version(kring.database)),
      ...(await invalidIndexes(kring)),
      ...(await disabledTriggers(kring)),
      ...(await unvalidated(kring)),
    ];
    return found.length > 0
      ? found
      : [ok('schema.fine', `The schema is that of ${migrations.at(-1)!.name}.`)];
  },
};

/** Null when there is no Kring in the database. */
async function made(database: Sql): Promise<string[] | null> {
  const [table] = await database.query<{ there: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AND to_regclass('public.event_log') IS NOT NULL AS there`,
  );
  if (!table!.there) return null;
  return (await database.query<{ name: string }>('SELECT name FROM migrations')).map(({ name }) => name);
}

/** Whether the other checks find the tables that they look at. */
export async function isCurrent(database: Sql): Promise<boolean> {
  return (await version(database)).every(({ code }) => code === 'schema.newer-fits');
}

async function version(database: Sql): Promise<Finding[]> {
  const names = await made(database);
  if (!names)
    return [
      {
        code: 'schema.none',
        level: 'failure',
        says: 'There is no Kring in this database.',
        remedy: 'Start Kring once, or correct DATABASE_URL.',
      },
    ];
  const known: string[] = migrations.map(({ name }) => name);
  const newer = names.filter((name) => !known.includes(name));
  const pending = known.filter((name) => !names.includes(name));
  if (newer.length > 0) return [ofNewer(newer, await breaking(database, newer))];
  if (pending.length > 0)
    return [
      {
        code: 'schema.older',
        level: 'warning',
        says: `${count(pending.length, 'change')} of the schema ${pending.length === 1 ? 'has' : 'have'} not been made yet.`,
        remedy: 'Run "kring migrate", or start Kring, which does so.',
        examples: pending,
      },
    ];
  return [];
}

/** Those that a Kring that does not know them cannot work with; when nobody noted it, all. */
async function breaking(database: Sql, names: string[]): Promise<string[]> {
  const [noted] = await database.query<{ there: boolean }>(
    `SELECT to_regclass('public.schema_changes') IS NOT NULL AS there`,
  );
  if (!noted!.there) return names;
  const fits = await database.query<{ name: string }>(
    'SELECT name FROM schema_changes WHERE name = ANY ($1) AND NOT breaks_older',
    [names],
  );
  return names.filter((name) => !fits.some((one) => one.name === name));
}

function ofNewer(names: string[], breaks: string[]): Finding {
  if (breaks.length === 0)
    return {
      code: 'schema.newer-fits',
      level: 'warning',
      says: 'The database was changed by a newer Kring than this one, which can work with it.',
      remedy: 'Go back to the newer version when you can.',
      examples: names,
    };
  return {
    code: 'schema.newer',
    level: 'failure',
    says: 'The database was changed by a newer Kring, in a way that this one cannot work with.',
    remedy: 'Use that newer version.',
    examples: breaks,
  };
}

const BUILDING = 'SELECT index_relid FROM pg_stat_progress_create_index';

/** What a build that failed left behind: it costs with each write and helps no read. */
async function invalidIndexes({ database, owner }: Examined): Promise<Finding[]> {
  const indexes = await database.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT (i.indisvalid AND i.indisready)
       AND i.indexrelid NOT IN (${BUILDING}) ORDER BY c.relname`,
  );
  if (indexes.length === 0) return [];
  const names = indexes.map(({ name }) => name);
  return [
    {
      code: 'schema.invalid-index',
      level: 'failure',
      says: `${count(names.length, 'index is', 'indexes are')} not valid: what relies on it reads whole tables, or a rule of uniqueness is not kept.`,
      remedy: 'Build it anew: REINDEX INDEX CONCURRENTLY name.',
      examples: names,
      repair: async () => {
        for (const name of names) await owner.query(`${rebuild(name)} "${name}"`);
        return `Built anew: ${names.join(', ')}.`;
      },
    },
  ];
}

/** A REINDEX that was interrupted leaves a second index beside the good one. */
const rebuild = (name: string): string =>
  /_cc(new|old)\d*$/.test(name) ? 'DROP INDEX CONCURRENTLY' : 'REINDEX INDEX CONCURRENTLY';

async function disabledTriggers({ database, owner }: Examined): Promise<Finding[]> {
  const triggers = await database.query<{ table: string; name: string }>(
    `SELECT c.relname AS "table", t.tgname AS name FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled NOT IN ('O', 'A') ORDER BY 1, 2`,
  );
  if (triggers.length === 0) return [];
  return [
    {
      code: 'schema.trigger-off',
      level: 'failure',
      says: `${count(triggers.length, 'trigger is', 'triggers are')} switched off: copies that the database keeps are not kept.`,
      remedy: 'Switch it on: ALTER TABLE … ENABLE TRIGGER name; then let "kring doctor --repair" recount.',
      examples: triggers.map(({ table, name }) => `${name} on ${table}`),
      repair: async () => {
        for (const { table, name } of triggers)
          await owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER "${name}"`);
        return `Switched on: ${triggers.map(({ name }) => name).join(', ')}.`;
      },
    },
  ];
}

async function unvalidated({ database, owner }: Examined): Promise<Finding[]> {
  const constraints = await database.query<{ table: string; name: string }>(
    `SELECT c.relname AS "table", k.conname AS name FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
     WHERE k.connamespace = 'public'::regnamespace AND NOT k.convalidated ORDER BY 1, 2`,
  );
  if (constraints.length === 0) return [];
  return [
    {
      code: 'schema.not-validated',
      level: 'warning',
      says: `${count(constraints.length, 'rule')} of the schema ${constraints.length === 1 ? 'holds' : 'hold'} for new rows only.`,
      remedy: 'ALTER TABLE … VALIDATE CONSTRAINT name.',
      examples: constraints.map(({ table, name }) => `${name} on ${table}`),
      repair: async () => {
        for (const { table, name } of constraints)
          await owner.query(`ALTER TABLE "${table}" VALIDATE CONSTRAINT "${name}"`);
        return `Validated: ${constraints.map(({ name }) => name).join(', ')}.`;
      },
    },
  ];
}
