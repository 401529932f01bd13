import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Result } from '../bench.ts';
import { load } from '../http-load.ts';
import { peakMB, runProgram, startProgram } from '../processes.ts';
import { inTurns } from '../rounds.ts';
import type { Size, Stand } from '../stand.ts';

const CLI = 'dist/apps/cli/src/main.js';
const PASSPHRASE = { KRING_BACKUP_PASSPHRASE: 'een lange zin voor de kluis' };
/** People who post while a backup is made. */
const POSTING = 4;
const SECONDS = 8;

/** `kring backup` and `kring restore` against plain COPY of the same tables, out and in. */
export const backup: Bench = {
  name: 'backup',
  async run(stand: Stand): Promise<Result[]> {
    const few = await BackedUp.of(stand, 'medium');
    const many = stand.big === 'medium' ? few : await BackedUp.of(stand, stand.big);
    return [
      ...(await many.out()),
      ...(await many.back()),
      ...(many === few ? [] : [memory('backup', few.backupMB, many.backupMB)]),
      ...(many === few ? [] : [memory('restore', await few.restoreMB(), await many.restoreMB())]),
      await posting(stand),
    ];
  },
};

/** An installation, and a backup of it. */
class BackedUp {
  backupMB = 0;
  private readonly stand: Stand;
  private readonly size: Size;
  private readonly url: string;
  private readonly folder: string;

  private constructor(stand: Stand, size: Size, url: string, folder: string) {
    this.stand = stand;
    this.size = size;
    this.url = url;
    this.folder = folder;
  }

  static async of(stand: Stand, size: Size): Promise<BackedUp> {
    const folder = await mkdtemp(join(stand.folder, 'backup-'));
    const made = new BackedUp(stand, size, await stand.filled(size), folder);
    await made.make();
    return made;
  }

  async out(): Promise<Result[]> {
    const { subject, baseline, ratio } = await inTurns(this.stand.rounds, {
      subject: () => timed(() => this.make()),
      baseline: () => timed(() => runProgram('bench/baselines/copy-out.ts', { args: [this.url] })),
    });
    return [this.line('kring backup', subject, baseline, 1 / ratio, 0.7)];
  }

  async back(): Promise<Result[]> {
    const copies = await mkdtemp(join(this.stand.folder, 'copies-'));
    await runProgram('bench/baselines/copy-out.ts', { args: [this.url, copies] });
    let nth = 0;
    const { subject, baseline, ratio } = await inTurns(this.stand.rounds, {
      subject: () => this.stand.inEmpty(`restored_${nth++}`, (url) => timed(() => this.restore(url))),
      baseline: () =>
        this.stand.inMigrated(`copied_${nth++}`, (url) =>
          timed(() => runProgram('bench/baselines/copy-in.ts', { args: [url, copies] })),
        ),
    });
    await rm(copies, { recursive: true });
    return [this.line('kring restore', subject, baseline, 1 / ratio, 0.4)];
  }

  restoreMB(): Promise<number> {
    return this.stand.inEmpty('restored_once', (url) => this.restore(url));
  }

  private async make(): Promise<void> {
    for (const name of await readdir(this.folder)) await rm(join(this.folder, name));
    const env = { DATABASE_URL: this.url, KRING_DATA: join(this.stand.folder, 'data'), ...PASSPHRASE };
    this.backupMB = await watched(startProgram(CLI, { args: ['backup', '--to', this.folder], env }));
  }

  private async restore(url: string): Promise<number> {
    const data = await mkdtemp(join(this.stand.folder, 'restored-'));
    const [name] = await readdir(this.folder);
    const env = { DATABASE_URL: url, KRING_DATA: data, ...PASSPHRASE };
    return watched(startProgram(CLI, { args: ['restore', join(this.folder, name!)], env }));
  }

  private line(what: string, subject: number, baseline: number, value: number, atLeast: number): Result {
    return {
      what: `${what}, ${this.size}, encrypted, speed`,
      subject: `${subject.toFixed(1)} s`,
      baseline: `${baseline.toFixed(1)} s plain COPY`,
      value,
      limit: { atLeast },
    };
  }
}

/** Posting by some people, with a backup that is made again and again beside it, and without. */
async function posting(stand: Stand): Promise<Result> {
  const url = await stand.copyOf('medium', 'posting');
  const server = await stand.serve(url);
  const body = { kind: 'update', body: 'De wapening van vloer 3 is gekeurd.' };
  const requests = (await stand.members(url, POSTING)).map((member) =>
    server.request(member, `/communities/${member.communityId}/threads`, body),
  );
  const folder = await mkdtemp(join(stand.folder, 'beside-'));
  const env = { DATABASE_URL: url, KRING_DATA: join(stand.folder, 'data'), ...PASSPHRASE };
  const rate = async () => (await load(requests, SECONDS)).rate;
  await load(requests, 2);
  const { subject, baseline, ratio } = await inTurns(stand.rounds, {
    subject: async () => {
      let over = false;
      const making = (async () => {
        while (!over)
          await watched(startProgram(CLI, { args: ['backup', '--to', folder, '--keep', '1'], env }));
      })();
      await pause(1_500);
      const beside = await rate();
      over = true;
      await making;
      return beside;
    },
    baseline: rate,
  });
  await server.stop();
  return {
    what: `posting, ${POSTING} connections, while a backup is made`,
    subject: `${subject.toFixed(0)}/s`,
    baseline: `${baseline.toFixed(0)}/s without`,
    value: ratio,
    limit: { atLeast: 0.85 },
  };
}

function memory(what: string, few: number, many: number): Result {
  return {
    what: `kring ${what}, most memory, large against medium`,
    subject: `${many.toFixed(0)} MB`,
    baseline: `${few.toFixed(0)} MB at 100k posts`,
    value: many / few,
    limit: { atMost: 1.25 },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** To its end. Answers the most memory that it had, in MB. */
async function watched(child: ChildProcess): Promise<number> {
  child.stdout!.resume();
  const ended = once(child, 'exit');
  let most = 0;
  const timer = setInterval(() => {
    most = peakMB(child) ?? most;
  }, 50);
  const [code] = await ended;
  clearInterval(timer);
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}.`);
  return most;
}
