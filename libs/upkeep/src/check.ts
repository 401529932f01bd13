import type { FileStore } from '#files';
import type { Database, RecordingTransaction, Settings } from '#platform';
import type { Finding } from './finding.ts';

/** The installation that is being looked at. */
export interface Examined {
  settings: Settings;
  environment: NodeJS.ProcessEnv;
  database: Database;
  /** By the role that may change the schema, where there is one. */
  owner: Database;
  store: FileStore;
  write: <T>(work: (transaction: RecordingTransaction) => Promise<T>) => Promise<T>;
  /** Takes the time it takes: reads every file and every foreign key. */
  thorough: boolean;
}

/** One side of an installation. It finds at least one thing, if only that all is well. */
export interface Check {
  name: string;
  /** In the order in which they are worth reading. @throws what the database or the disk says */
  examine(kring: Examined): Promise<Finding[]>;
}
