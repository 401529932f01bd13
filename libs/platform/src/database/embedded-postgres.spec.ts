import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { StartupProblem } from '../startup-problem.ts';
import { readPostmasterState } from './embedded/postmaster.ts';
import { isAlive } from './embedded/processes.ts';
import { type EmbeddedPostgres, findRunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

const said: string[] = [];
const note = (message: string) => said.push(message);
const log = { info: note, warn: note, error: note };
const lost: Error[] = [];

let dataDir: string;
let running: EmbeddedPostgres | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kring-embedded-'));
  said.length = 0;
  lost.length = 0;
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, log, onLost: (problem) => lost.push(problem) });
  return running;
}

/** Tries until it goes well. */
async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 50)))
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

async function problemOfStarting(): Promise<StartupProblem> {
  const problem = await start().catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StartupProblem);
  return problem as StartupProblem;
}

/** A Kring of its own process on our data directory, as it is when it has just started. */
async function anotherKring(): Promise<ChildProcess> {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))});
    const db = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: console });
    console.log('ready', db.url);
    setInterval(() => {}, 1_000);`;
  const kring = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of kring.stdout) if (String(chunk).includes('ready')) break;
  return kring;
}

describe('embedded Postgres', () => {
  test('what was written is there after a restart', async () => {
    await query((await start()).url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await running!.stop();
    expect(findRunningPostgres(dataDir)).toBeUndefined();
    expect(readdirSync(dataDir)).not.toContain('kring.lock');

    expect(await query((await start()).url, 'SELECT answer FROM kept')).toEqual([42]);
    expect(findRunningPostgres(dataDir)).toEqual({ url: running!.url });
  });

  test('it speaks UTF-8 and tells quotes and dashes from letters', async () => {
    const words = await query((await start()).url, `SELECT to_tsvector('simple', '“Één”—twee')::text`);
    expect(words).toEqual([`'twee':2 'één':1`]);
  });

  test('it listens on this machine only', async () => {
    const { url } = await start();
    expect(await query(url, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    expect(await query(url, 'SHOW unix_socket_directories')).toEqual(['']);
  });

  test('stopping does not wait for open connections', async () => {
    const { url, stop } = await start();
    const idle = query(url, 'SELECT pg_sleep(60)').catch((error: Error) => error);
    const before = Date.now();
    await stop();
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(await idle).toBeInstanceOf(Error);
  });

  test('after a kill the database left behind is ended and nothing committed is lost', async () => {
    const killed = await anotherKring();
    await query(findRunningPostgres(dataDir)!.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const orphan = readPostmasterState(join(dataDir, 'postgres'))!.pid;
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(isAlive(orphan)).toBe(true);

    expect(await query((await start()).url, 'SELECT answer FROM kept')).toEqual([42]);
    expect(isAlive(orphan)).toBe(false);
    expect(said).toEqual(['Ended the database server of a Kring that was killed.']);
  });

  test('a server that was killed is started again, at the same address, with all that was committed', async () => {
    const { url } = await start();
    await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    for (let time = 0; time < 2; time++) {
      const { pid } = readPostmasterState(join(dataDir, 'postgres'))!;
      process.kill(pid, 'SIGKILL');
      expect(await eventually(() => query(url, 'SELECT answer FROM kept'))).toEqual([42]);
    }
    await running!.stop();
    expect(findRunningPostgres(dataDir)).toBeUndefined();
    expect(lost).toEqual([]);
  });

  test('a server that cannot be started again is given up aloud', async () => {
    await start();
    const { pid } = readPostmasterState(join(dataDir, 'postgres'))!;
    rmSync(join(dataDir, 'postgres', 'global', 'pg_control'));
    process.kill(pid, 'SIGKILL');
    await eventually(async () => expect(lost).toHaveLength(1));
    expect(lost[0]!.message).toContain('is damaged');
  });

  test('a pid file left behind does not stop it when its pid was given to another program', async () => {
    await (await start()).stop();
    const lines = [process.pid, join(dataDir, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);
    expect(await query((await start()).url, 'SELECT 1')).toEqual([1]);
  });

  test('a data directory in use by another Kring is refused', async () => {
    const other = await anotherKring();
    const problem = await problemOfStarting();
    expect(problem.cause).toBe(
      `Another Kring (process ${other.pid}) is using the data directory ${dataDir}.`,
    );
    expect(isAlive(readPostmasterState(join(dataDir, 'postgres'))!.pid)).toBe(true);

    other.kill('SIGKILL');
    await once(other, 'exit');
    await start(); // ends what the other one left
  });

  test('a damaged cluster is called so', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'postgres', 'global', 'pg_control'));
    expect((await problemOfStarting()).cause).toMatch(/^The database in .* is damaged \(.*pg_control.*\)\.$/);
    rmSync(join(dataDir, 'postgres', 'PG_VERSION'));
    expect((await problemOfStarting()).cause).toContain('is damaged (PG_VERSION is missing)');
  });

  test.each([
    ['99', 'Start it with the newer Kring'],
    ['17', 'Export it with the older Kring'],
  ])('a cluster of Postgres %s is not touched', async (version, remedy) => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), `${version}\n`);
    const problem = await problemOfStarting();
    expect(problem.cause).toContain(`was made by Postgres ${version}, and this Kring brings Postgres 18.`);
    expect(problem.remedy).toContain(remedy);
  });

  test('a data directory that cannot be made is explained', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    dataDir = join(dataDir, 'file', 'data');
    expect((await problemOfStarting()).cause).toContain(
      `Kring may not write in the data directory ${dataDir}`,
    );
    dataDir = join(dataDir, '..', '..');
  });
});
