import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import type { KeptProcess } from '../site/kept-process.ts';
import type { SmallDisk } from '../site/small-disk.ts';

const NO_SMALL_DISK = 'only root may mount a small disk';

async function filled(disk: SmallDisk | null, milliseconds: number): Promise<void> {
  await disk!.fill();
  await pause(milliseconds);
  disk!.free();
}

const SLACK_BYTES = 1024 * 1024;

/** It gets a megabyte more than it has; so it ends sooner or later, wherever it just is. */
async function runOut(process: KeptProcess): Promise<void> {
  const { pid } = process;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  process.limit('data', Number(/VmData:\s+(\d+) kB/.exec(status)![1]) * 1_024 + SLACK_BYTES);
  for (const end = Date.now() + 6_000; process.pid === pid && Date.now() < end; ) await pause(100);
  // It made do with what it had.
  if (process.pid === pid) await process.kill();
}

/** Full disks, and less memory or fewer open files than it takes. */
export const SHORT: Fault[] = [
  {
    name: 'database-disk-full',
    what: 'the disk of Postgres is full for five seconds, and its log grows',
    smallDatabaseDisk: true,
    impossible: ({ disks }) => (disks.database ? null : NO_SMALL_DISK),
    async strike(site) {
      const full = filled(site.disks.database, 5_000);
      // Without it the space that is set aside for the log would do for an hour.
      for (const end = Date.now() + 4_000; Date.now() < end; await pause(200))
        await site.rows('SELECT pg_switch_wal()').catch(() => undefined);
      await full;
    },
  },
  {
    name: 'files-disk-full',
    what: 'the disk of uploaded files is full for four seconds',
    impossible: ({ disks }) => (disks.files ? null : NO_SMALL_DISK),
    strike: ({ disks }) => filled(disks.files, 4_000),
  },
  {
    name: 'log-disk-full',
    what: 'the disk that a web process prints its log to is full for four seconds',
    impossible: ({ disks }) => (disks.log ? null : NO_SMALL_DISK),
    strike: ({ disks }) => filled(disks.log, 4_000),
  },
  {
    name: 'web-short-of-memory',
    what: 'a web process gets no more memory, and ends by it',
    mayEnd: ['web-1'],
    strike: ({ webs }) => runOut(webs[0]),
  },
  {
    name: 'worker-short-of-memory',
    what: 'a worker gets no more memory, and ends by it',
    mayEnd: ['worker-1'],
    strike: ({ workers }) => runOut(workers[0]),
  },
  {
    name: 'web-short-of-files',
    what: 'a web process can open no more than twenty files and connections for four seconds',
    async strike({ webs }) {
      webs[0].limit('nofile', 20);
      await pause(4_000);
      webs[0].limit('nofile', 16_384);
    },
  },
];
