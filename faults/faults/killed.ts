import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { KeptProcess } from '../site/kept-process.ts';

/** One after the other, each as soon as the one before is at work again. */
async function killed(processes: KeptProcess[]): Promise<void> {
  for (const [at, process] of processes.entries()) {
    await processes[at - 1]?.ready();
    await process.kill();
    await pause(500);
  }
}

/** Ended by `kill -9`; what ran is started again, as a container engine does. */
export const KILLED: Fault[] = [
  {
    name: 'web-killed',
    what: 'a web process is killed, three times, in turns',
    strike: ({ webs: [first, second] }) => killed([first, second, first]),
  },
  {
    name: 'worker-killed',
    what: 'a worker is killed, three times, in turns',
    strike: ({ workers: [first, second] }) => killed([first, second, first]),
  },
  {
    name: 'postgres-killed',
    what: 'Postgres is killed, all of it',
    async strike({ postgres }) {
      postgres.signal('SIGKILL');
    },
  },
  {
    name: 'connection-killed',
    what: 'one server process of Postgres is killed, after which it recovers as from a crash',
    async strike(site) {
      const [busy] = await site.rows(
        `SELECT pid FROM pg_stat_activity WHERE application_name = 'kring' ORDER BY state_change DESC LIMIT 1`,
      );
      site.postgres.signal('SIGKILL', [busy.pid]);
    },
  },
  {
    name: 'redis-killed',
    what: 'Redis is killed and away for three seconds',
    async strike({ redis }) {
      await redis.kill({ down: true });
      await pause(3_000);
      await redis.start();
    },
  },
  {
    name: 'power-cut',
    what: 'everything is killed at once',
    async strike({ servers, redis, postgres }) {
      postgres.signal('SIGKILL');
      await Promise.all([...servers, redis].map((process) => process.kill()));
    },
  },
];
