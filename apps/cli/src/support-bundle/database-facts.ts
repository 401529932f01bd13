import { EVERYTHING, HOME, UNREAD } from '#feeds';
import type { Sql, Statement } from '#platform';
import { NEWEST_BETWEEN } from '#posts';
import { FIND_POSTS } from '#search';

/** Settings of Postgres that explain how fast and how safe it is. Others may hold passwords. */
const POSTGRES_SETTINGS = `{server_version,server_encoding,TimeZone,max_connections,shared_buffers,work_mem,
  maintenance_work_mem,effective_cache_size,random_page_cost,effective_io_concurrency,jit,max_wal_size,wal_level,fsync,
  full_page_writes,synchronous_commit,data_checksums,autovacuum,autovacuum_vacuum_scale_factor,autovacuum_naptime,
  statement_timeout,lock_timeout,idle_in_transaction_session_timeout,max_parallel_workers,shared_preload_libraries}`;

const FACTS = {
  migrations: 'SELECT name, id FROM migrations ORDER BY id',
  tables: `
    SELECT relname AS table, n_live_tup AS rows, n_dead_tup AS dead, pg_table_size(relid) AS bytes,
      pg_indexes_size(relid) AS "indexBytes", seq_scan AS scans, idx_scan AS "indexScans",
      greatest(last_vacuum, last_autovacuum) AS vacuumed, greatest(last_analyze, last_autoanalyze) AS analysed
    FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY relname`,
  indexes: `
    SELECT s.relname AS table, s.indexrelname AS index, pg_relation_size(s.indexrelid) AS bytes,
      s.idx_scan AS scans, i.indisvalid AS valid
    FROM pg_stat_user_indexes AS s JOIN pg_index AS i USING (indexrelid)
    WHERE s.schemaname = 'public' ORDER BY 1, 2`,
  database: `
    SELECT pg_database_size(oid) AS bytes, datcollate AS collation, datctype AS ctype, age(datfrozenxid) AS "frozenAge"
    FROM pg_database WHERE datname = current_database()`,
  connections: `
    SELECT application_name AS application, state, count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'kring%' GROUP BY 1, 2 ORDER BY 1, 2`,
  postgres: `SELECT name, setting, unit FROM pg_settings WHERE name = ANY ('${POSTGRES_SETTINGS}') ORDER BY name`,
} as const;

/** Without their values: Postgres plans them for any. */
const PLANNED: Statement[] = [
  HOME.activity,
  HOME.newest,
  EVERYTHING.activity,
  UNREAD,
  NEWEST_BETWEEN,
  FIND_POSTS,
];

export async function databaseFacts(
  database: Sql,
): Promise<{ facts: Record<string, unknown>; plans: string }> {
  const facts: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(FACTS)) facts[name] = await database.query(text).catch(codeOf);
  let plans = '';
  for (const { name, text } of PLANNED) {
    const plan = await database
      .query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${text}`)
      .catch(codeOf);
    const lines = Array.isArray(plan) ? plan.map((row) => row['QUERY PLAN']).join('\n') : plan;
    plans += `-- ${name}\n${lines}\n\n`;
  }
  return { facts, plans };
}

const codeOf = (error: unknown): string => `not known (${(error as { code?: string }).code})`;
