import { join } from 'node:path';

/** Where the embedded database keeps its things inside Kring's data directory. */
export function layoutOf(dataDir: string) {
  return {
    dataDir,
    /** The Postgres cluster itself. */
    cluster: join(dataDir, 'postgres'),
    /** A cluster in the making; renamed to `cluster` when it is complete, so a crash leaves no half one. */
    unfinishedCluster: join(dataDir, 'postgres.unfinished'),
    passwordFile: join(dataDir, 'postgres.password'),
    logFile: join(dataDir, 'postgres.log'),
    lockFile: join(dataDir, 'kring.lock'),
  };
}

export type Layout = ReturnType<typeof layoutOf>;

/** Name of both the database and the role that owns it. */
export const DATABASE_NAME = 'kring';

export function databaseUrl(password: string, port: number): string {
  return `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`;
}
