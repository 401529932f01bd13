import type pg from 'pg';

/**
 * Without listeners a lost connection would end the process. One that was lost while idle is replaced when it is
 * needed. One may also be told to go in the same packet that ends its statement, or the greeting: then nobody waits for
 * it any more, and it is not idle yet.
 */
export function bearLosses(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}
