import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '#migrations';

/** With the time of the answer itself it stays under two seconds. */
const LONGEST_WAIT_MS = 1_500;

const INT8 = 20;
const DATE = 1082;

/**
 * bigint comes as number: log numbers are dense, so 2^53 is out of reach. A date stays `YYYY-MM-DD`:
 * a Date would move it by the server's time zone.
 */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return Number;
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

/** What every connection that reads and writes for people has in common. */
export const sessionOptions = (name: string) => ({
  types,
  application_name: name,
  options: '-c idle_in_transaction_session_timeout=10000 -c statement_timeout=15000 -c jit=off',
});

/** The connection pool; entities are whatever the libs register. */
export function dataSourceOptions(url: string, poolSize: number) {
  return {
    type: 'postgres' as const,
    url,
    poolSize,
    migrations,
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
    logging: false as const,
    extra: {
      ...sessionOptions('kring'),
      // Waiting for a connection is bounded: better a clear 503 than a request that hangs.
      connectionTimeoutMillis: LONGEST_WAIT_MS,
      idleTimeoutMillis: 60_000,
    },
  };
}

export function createDataSource(url: string, poolSize = 2): DataSource {
  return new DataSource(dataSourceOptions(url, poolSize));
}
