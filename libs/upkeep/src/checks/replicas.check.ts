import { setTimeout as pause } from 'node:timers/promises';
import { Replica } from '#platform';
import type { Check, Examined } from '../check.ts';
import { type Finding, ok } from '../finding.ts';

/** Kring asks none that is further behind than a second; one that works hard may need as long again. */
const CATCHES_UP_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 50;

/** It has no log of Kring. */
const NO_SUCH_TABLE = '42P01';

/** What a replica has to have come to. */
interface Primary {
  system: string;
  wal: number;
}

/** Where the primary stands, as far as it is flushed. */
const PRIMARY = `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system,
  (pg_current_wal_flush_lsn() - '0/0')::bigint AS wal`;

/** Only where DATABASE_REPLICA_URLS is set. */
export const replicasCheck: Check = {
  name: 'replicas',
  async examine(kring) {
    if (kring.settings.replicaUrls.length === 0)
      return [ok('replicas.none', 'DATABASE_REPLICA_URLS is not set; the primary answers everything.')];
    return look(kring);
  },
};

/** Those that are not well. */
export async function replicas(kring: Pick<Examined, 'settings' | 'database'>): Promise<Finding[]> {
  return (await look(kring)).filter(({ level }) => level !== 'ok');
}

async function look({ settings, database }: Pick<Examined, 'settings' | 'database'>): Promise<Finding[]> {
  if (settings.replicaUrls.length === 0) return [];
  const [primary] = await database.query<Primary>(PRIMARY);
  return Promise.all(settings.replicaUrls.map((url) => examined(new Replica(url, 1), primary!)));
}

async function examined(replica: Replica, primary: Primary): Promise<Finding> {
  const began = performance.now();
  const { name } = replica;
  try {
    for (;;) {
      const { system, follows, wal } = await replica.state();
      if (system !== primary.system || !follows) return other(name, follows);
      const took = performance.now() - began;
      if (wal >= primary.wal)
        return ok('replicas.fine', `${name} follows; it is at most ${Math.ceil(took)} ms behind.`);
      if (took > CATCHES_UP_WITHIN_MS) return behind(name, primary.wal - wal);
      await pause(LOOK_EVERY_MS);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === NO_SUCH_TABLE ? other(name, true) : away(name, error as NodeJS.ErrnoException);
  } finally {
    await replica.end();
  }
}

const away = (name: string, { code, message }: NodeJS.ErrnoException): Finding => ({
  code: 'replicas.away',
  level: 'warning',
  says: `The replica ${name} does not answer (${code ?? message}): the primary does its work.`,
  remedy: 'Start it, or correct DATABASE_REPLICA_URLS. Nobody notices but the primary.',
  examples: [name],
});

const other = (name: string, follows: boolean): Finding => ({
  code: 'replicas.other',
  level: 'warning',
  says: follows
    ? `${name} is a copy of another database: Kring never asks it.`
    : `${name} is no replica: it follows no primary, and Kring never asks it.`,
  remedy: 'Take it out of DATABASE_REPLICA_URLS, or make a replica of this database there.',
  examples: [name],
});

const behind = (name: string, bytes: number): Finding => ({
  code: 'replicas.behind',
  level: 'warning',
  says: `The replica ${name} is more than ${CATCHES_UP_WITHIN_MS / 1000} seconds behind: Kring does not ask it.`,
  remedy:
    'See in its log whether it still receives from the primary, and whether its disk keeps up; a paused one goes on with pg_wal_replay_resume().',
  examples: [name],
  values: { bytes },
});
