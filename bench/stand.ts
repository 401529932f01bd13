import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { KringServer } from './kring-server.ts';
import { inProject, runProgram, stopAll } from './processes.ts';

export type Size = 'small' | 'medium' | 'large';

interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/** What the server is given in production, except the memory, which is that of the figures in the README. */
const POSTGRES_SETTINGS = { shared_buffers: '1GB' };

/** Somebody who is logged in. */
export interface Member {
  userId: string;
  token: string;
  /** A project or group they may write in. */
  communityId: string;
}

export interface StandOptions {
  /** How big "many posts" is. */
  big: Size;
  /** How often subject and baseline take turns. */
  rounds: number;
  /** Where servers under test leave their CPU profiles. */
  profiles?: string;
}

/** The place where things are measured: a Postgres and servers of its own, gone when it is closed. */
export class Stand {
  private readonly seeded = new Map<Size, Promise<string>>();
  private readonly postgres: Postgres;
  readonly folder: string;
  readonly big: Size;
  readonly rounds: number;
  private readonly profiles: string | undefined;

  private constructor(folder: string, postgres: Postgres, { big, rounds, profiles }: StandOptions) {
    this.folder = folder;
    this.postgres = postgres;
    this.big = big;
    this.rounds = rounds;
    this.profiles = profiles;
  }

  static async open(options: StandOptions): Promise<Stand> {
    const folder = await mkdtemp(join(tmpdir(), 'kring-bench-'));
    const { startEmbeddedPostgres } = await import(inProject('dist/libs/platform/src/index.js'));
    const log = { info: () => undefined, warn: console.error, error: console.error };
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log, settings: POSTGRES_SETTINGS });
    return new Stand(folder, postgres, options);
  }

  async close(): Promise<void> {
    await stopAll();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A database with made-up data; made once. */
  filled(size: Size): Promise<string> {
    const found = this.seeded.get(size) ?? this.seed(size);
    this.seeded.set(size, found);
    return found;
  }

  /** A copy of it that nobody else uses. */
  async copyOf(size: Size, name: string): Promise<string> {
    const source = new URL(await this.filled(size)).pathname.slice(1);
    await this.administer(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY FILE_COPY`);
    return this.urlOf(name);
  }

  /** An empty database for as long as `work` takes. */
  async inEmpty<T>(name: string, work: (url: string) => Promise<T>): Promise<T> {
    await this.administer(`CREATE DATABASE ${name}`);
    try {
      return await work(this.urlOf(name));
    } finally {
      await this.administer(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  }

  /** As `inEmpty`, with the schema of Kring in it. */
  inMigrated<T>(name: string, work: (url: string) => Promise<T>): Promise<T> {
    return this.inEmpty(name, async (url) => {
      const env = { DATABASE_URL: url, DATABASE_OWNER_URL: url, KRING_DATA: join(this.folder, 'data') };
      await runProgram('dist/apps/cli/src/main.js', { args: ['migrate'], env });
      return work(url);
    });
  }

  async serve(databaseUrl: string, env: Record<string, string> = {}): Promise<KringServer> {
    return KringServer.start({ profiles: this.profiles, env: { ...this.envOf(databaseUrl), ...env } });
  }

  envOf(databaseUrl: string): Record<string, string> {
    return {
      DATABASE_URL: databaseUrl,
      KRING_DATA: join(this.folder, 'data'),
      REQUESTS_PER_MINUTE: '0',
    };
  }

  /** Logs members in, `howMany` of them, each with about as many communities as everybody. */
  async members(databaseUrl: string, howMany: number): Promise<Member[]> {
    const { rows } = await query(
      databaseUrl,
      `SELECT u.id AS "userId", (
         SELECT c.id FROM memberships AS m JOIN communities AS c ON c.id = m.community_id
         WHERE m.user_id = u.id AND c.kind IN ('project', 'group') ORDER BY m.community_id OFFSET 5 LIMIT 1
       ) AS "communityId"
       FROM users AS u WHERE u.role = 'member' ORDER BY u.id LIMIT $1`,
      [howMany],
    );
    return Promise.all(rows.map(async (row) => ({ ...row, token: await logIn(databaseUrl, row.userId) })));
  }

  private async seed(size: Size): Promise<string> {
    const name = `filled_${size}`;
    await this.administer(`CREATE DATABASE ${name}`);
    const url = this.urlOf(name);
    await runProgram('dist/apps/cli/src/main.js', {
      args: ['seed', '--size', size],
      env: { DATABASE_URL: url, KRING_DATA: join(this.folder, 'data') },
    });
    // What follows must not meet the vacuum and the checkpoint that are due after so much was written.
    await query(url, 'VACUUM ANALYZE');
    await query(url, 'CHECKPOINT');
    return url;
  }

  private urlOf(name: string): string {
    const url = new URL(this.postgres.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  private async administer(statement: string): Promise<void> {
    await query(this.urlOf('postgres'), statement);
  }
}

/** A session, written as logging in writes it: checking passwords is slow on purpose and not measured here. */
export async function logIn(databaseUrl: string, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await query(
    databaseUrl,
    `INSERT INTO sessions (user_id, token_hash, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [userId, hash],
  );
  return token;
}

export async function query(
  databaseUrl: string,
  text: string,
  values: unknown[] = [],
): Promise<{ rows: any[] }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}
