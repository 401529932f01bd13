import type pg from 'pg';
import { LONGEST_STATEMENT_MS } from './data-source.ts';

/**
 * Whoever hears nothing for longer than the server may work has lost the connection: a firewall that was restarted
 * tells nobody. Without it a request would hold such a connection for a quarter of an hour.
 */
export const SILENCE_MS = 2_000;
/** Of every connection that people wait for. */
export const HEARD_WITHIN_MS = LONGEST_STATEMENT_MS + SILENCE_MS;

export const isSilence = (error: unknown): boolean => /Query read timeout/.test((error as Error)?.message);

/** One that was lost without a word seldom was alone: the others are not waited for one by one. */
export function dropIdle(pool: pg.Pool): void {
  for (let left = pool.idleCount; left > 0; left--)
    pool.connect().then(
      (client) => client.release(true),
      () => undefined,
    );
}
