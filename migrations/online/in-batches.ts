import { setTimeout as pause } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';

/** Leaves the disk and the replicas time for people. */
const REST_MS = 50;

/**
 * Runs a statement again and again until it changes nothing: for a migration with `transaction = false`, so that each
 * batch is committed by itself. It must find what is left by itself and change at most so many rows
 * (`WHERE id IN (SELECT … LIMIT 1000)`); killed in the middle it goes on where it was.
 */
export async function inBatches(db: QueryRunner, statement: string): Promise<void> {
  for (;;) {
    const { affected } = await db.query(statement, [], true);
    if (!affected) return;
    await pause(REST_MS);
  }
}
