interface Index {
  name: string;
  definition: string;
}

/** Those that enforce nothing: keys stay, and what refers to them. */
const indexesOf = (tables: readonly string[] | undefined): string => `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE c.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))
    ${tables ? `AND i.indrelid IN (${tables.map((table) => `'${table}'::regclass`).join(', ')})` : ''}
  ORDER BY c.relname`;

/**
 * Drops the indexes of tables that are about to be filled: building them over all rows takes a fraction of keeping them while
 * rows come. To be called within a transaction: nobody else gets at these tables meanwhile, and what is interrupted has
 * changed nothing.
 * @param query answers rows
 * @param tables all of them by default
 * @returns how to put them back
 */
export async function dropIndexes(
  query: (sql: string) => Promise<unknown>,
  tables?: readonly string[],
): Promise<() => Promise<void>> {
  const indexes = (await query(indexesOf(tables))) as Index[];
  for (const { name } of indexes) await query(`DROP INDEX ${name}`);
  return async () => {
    await query(`SET LOCAL maintenance_work_mem = '512MB'`);
    for (const { definition } of indexes) await query(definition);
  };
}
