import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';

/** As an installation runs it, writing to the disk for real; and what may happen to it. */
export class Postgres {
  readonly url: URL;
  readonly folder: string;
  private readonly end: () => Promise<void>;

  private constructor(url: string, folder: string, end: () => Promise<void>) {
    this.url = new URL(url);
    this.folder = folder;
    this.end = end;
  }

  static async start(folder: string, onLost: (problem: Error) => void): Promise<Postgres> {
    const quiet = () => undefined;
    const log = { info: quiet, warn: quiet, error: quiet };
    const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log, onLost });
    return new Postgres(url, folder, stop);
  }

  /** The server and all that it started; the first is the one that the others come from. */
  get pids(): number[] {
    const postmaster = postmasterOf(join(this.folder, 'postgres'));
    return postmaster ? [postmaster, ...childrenOf(postmaster)] : [];
  }

  signal(signal: NodeJS.Signals, pids = this.pids): void {
    for (const pid of pids)
      try {
        process.kill(pid, signal);
      } catch {
        // It went by itself.
      }
  }

  stop(): Promise<void> {
    return this.end();
  }
}

function postmasterOf(cluster: string): number | undefined {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number {
  try {
    // The name of the program, in brackets, may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
  } catch {
    return 0;
  }
}
