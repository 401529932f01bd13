import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { KeptProcess } from '../site/kept-process.ts';

async function frozen(process: KeptProcess, milliseconds: number): Promise<void> {
  process.freeze();
  await pause(milliseconds);
  process.thaw();
}

/** Stopped by SIGSTOP and set going again, as a machine that swaps, or is moved while it runs. */
export const FROZEN: Fault[] = [
  {
    name: 'web-frozen',
    what: 'a web process stands still for six seconds',
    strike: ({ webs }) => frozen(webs[0], 6_000),
  },
  {
    name: 'sequencer-frozen',
    what: 'the process that numbers the log stands still for ten seconds',
    strike: async (site) => frozen(await site.sequencer(), 10_000),
  },
  {
    name: 'worker-frozen',
    what: 'a worker stands still for twelve seconds',
    strike: ({ workers }) => frozen(workers[0], 12_000),
  },
  {
    name: 'postgres-frozen',
    what: 'Postgres stands still for six seconds',
    async strike({ postgres }) {
      const { pids } = postgres;
      postgres.signal('SIGSTOP', pids);
      await pause(6_000);
      postgres.signal('SIGCONT', pids);
    },
  },
  {
    name: 'redis-frozen',
    what: 'Redis stands still for five seconds',
    strike: ({ redis }) => frozen(redis, 5_000),
  },
];
