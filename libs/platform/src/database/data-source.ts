import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '#migrations';

/** With the time of the answer itself it stays under two seconds. */
const LONGEST_WAIT_MS = 1_500;

/** As long as the server works on one statement. */
export const LONGEST_STATEMENT_MS = 15_000;

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
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  // The last three: the server notices as well when nobody is there any more.
  options: [
    'idle_in_transaction_session_timeout=10000',
    `statement_timeout=${LONGEST_STATEMENT_MS}`,
    'jit=off',
    'tcp_keepalives_idle=30',
    'tcp_keepalives_interval=10',
    'tcp_keepalives_count=3',
  ]
    .map((setting) => `-c ${setting}`)
    .join(' '),
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
