import { createDataSource, Database, type RecordingTransaction, writeUnnumbered } from '#platform';

/** Two batches at a time, and one to look at the others. */
const POOL = 3;

export interface OpenDatabase {
  database: Database;
  write: <T>(work: (transaction: RecordingTransaction) => Promise<T>) => Promise<T>;
  close(): Promise<void>;
}

/**
 * The database beside servers that may be running: what is recorded in its log, they tell. Statements take the time
 * they take.
 */
export async function openDatabase(url: string, name: string): Promise<OpenDatabase> {
  const dataSource = createDataSource(url, POOL);
  dataSource.setOptions({
    extra: {
      ...dataSource.options.extra,
      application_name: name,
      options: '-c statement_timeout=0 -c idle_in_transaction_session_timeout=60000 -c jit=off',
    },
  });
  await dataSource.initialize();
  const database = new Database(dataSource);
  return {
    database,
    write: (work) => writeUnnumbered(database, work),
    close: () => dataSource.destroy(),
  };
}
