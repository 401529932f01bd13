import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { query } from '../../bench/stand.ts';
import type { Ended } from './kept-process.ts';
import { KringProcess } from './kring-process.ts';
import { Postgres } from './postgres.ts';
import { Redis } from './redis.ts';
import { SmallDisk } from './small-disk.ts';
import { TcpProxy } from './tcp-proxy.ts';

/** As in libs/platform/src/events/sequencer.ts. */
const SEQUENCER_LOCK = 7_264_002;

/** What the disks of a site hold, in MB. */
const FILES_MB = 24;
const LOG_MB = 1;
const DATABASE_MB = 400;

export const SETUP_CODE = 'a-code-for-faults';

/** An installation of several processes on this machine, as the profile `scale` of the Compose file has it. */
export class Site {
  /** What people type: leads to any of the web processes, and to another one when one refuses. */
  readonly front: TcpProxy;
  readonly webs: readonly [KringProcess, KringProcess];
  readonly workers: readonly [KringProcess, KringProcess];
  readonly postgres: Postgres;
  readonly redis: Redis;
  readonly disks: { database: SmallDisk | null; files: SmallDisk | null; log: SmallDisk | null };
  private readonly folder: string;

  private constructor(
    parts: Pick<Site, 'front' | 'webs' | 'workers' | 'postgres' | 'redis' | 'disks'>,
    folder: string,
  ) {
    Object.assign(this, parts);
    this.folder = folder;
  }

  /** @param smallDatabaseDisk with the database on a disk that can be filled, instead of a real one */
  static async open({ smallDatabaseDisk }: { smallDatabaseDisk: boolean }): Promise<Site> {
    const folder = await mkdtemp(join(tmpdir(), 'kring-faults-'));
    const at = (name: string) => join(folder, name);
    const disks = {
      database: smallDatabaseDisk ? SmallDisk.mount(at('database'), DATABASE_MB) : null,
      files: SmallDisk.mount(at('data/files'), FILES_MB),
      log: SmallDisk.mount(at('web-1'), LOG_MB),
    };
    const postgres = await Postgres.start(at('database'), (problem) => console.error(problem.message));
    const redis = await Redis.start();
    let webs: KringProcess[] = [];
    const front = await TcpProxy.to(() => webs.map(({ port }) => port));
    const env = {
      KRING_ORIGIN: `http://localhost:${front.port}`,
      KRING_DATA: at('data'),
      KRING_SETUP_CODE: SETUP_CODE,
      REQUESTS_PER_MINUTE: '0',
      LOG_LEVEL: 'info',
    };
    const to = { env, database: postgres.url, redis: redis.url };
    const one = (name: string, printsTo = folder) =>
      KringProcess.of({ ...to, name, role: name.startsWith('web') ? 'web' : 'worker', folder: printsTo });
    webs = [await one('web-1', disks.log?.folder), await one('web-2')];
    const workers = [await one('worker-1'), await one('worker-2')];
    for (const server of [...webs, ...workers]) await server.start();
    return new Site(
      { front, webs: webs as never, workers: workers as never, postgres, redis, disks },
      folder,
    );
  }

  get origin(): string {
    return `http://localhost:${this.front.port}`;
  }

  get servers(): readonly KringProcess[] {
    return [...this.webs, ...this.workers];
  }

  /** Of Kring's own: nobody ended them. */
  get endedByItself(): Ended[] {
    return this.servers.flatMap(({ endedByItself }) => endedByItself);
  }

  /** Past every network that can be bad. */
  async rows<T = any>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await query(this.postgres.url.href, text, values)).rows;
  }

  /** The process that numbers the log. */
  async sequencer(): Promise<KringProcess> {
    const [holder] = await this.rows<{ port: number }>(
      `SELECT client_port AS port FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND objid = $1 AND granted`,
      [SEQUENCER_LOCK],
    );
    const found = this.servers.find(({ toDatabase }) => holder && toDatabase.carries(holder.port));
    if (!found) throw new Error('Nobody numbers the log.');
    return found;
  }

  async close(): Promise<void> {
    this.redis.thaw();
    this.postgres.signal('SIGCONT');
    for (const disk of Object.values(this.disks)) disk?.free();
    await this.front.close();
    await Promise.all(this.servers.map((server) => server.stop()));
    await this.redis.stop();
    await this.postgres.stop();
    for (const disk of Object.values(this.disks)) disk?.unmount();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
