import type { Sql } from '#platform';

/** Inserts rows of which every one has the same fields, named as the columns. Table and fields are our own words. */
export async function insert(sql: Sql, table: string, rows: object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await sql.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
