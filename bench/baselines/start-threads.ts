import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject, runProgram } from '../processes.ts';
import { median } from '../rounds.ts';
import { type Member, query } from '../stand.ts';

export type Writing = (clients: number, seconds: number) => Promise<{ rate: number; p50: number }>;

/**
 * Writes what starting a thread writes, and nothing else happens: pgbench with prepared statements where it is
 * installed, else a loop of the pg driver, which is slower and makes a kinder baseline.
 */
export async function startThreads(
  databaseUrl: string,
  folder: string,
  members: Member[],
  body: string,
): Promise<Writing> {
  await query(databaseUrl, 'CREATE TABLE bench_places (n int PRIMARY KEY, user_id uuid, community_id uuid)');
  for (const [n, { userId, communityId }] of members.entries())
    await query(databaseUrl, 'INSERT INTO bench_places VALUES ($1, $2, $3)', [n + 1, userId, communityId]);
  if (spawnSync('pgbench', ['--version']).status === 0)
    return withPgbench(databaseUrl, folder, members.length, body);
  console.error('pgbench is not installed: the baseline is a loop of the pg driver.');
  return async (clients, seconds) =>
    JSON.parse(
      await runProgram('bench/baselines/write-loop.ts', {
        args: [databaseUrl, String(clients), String(seconds), String(members.length), body],
      }),
    );
}

async function withPgbench(url: string, folder: string, members: number, body: string): Promise<Writing> {
  const template = await readFile(inProject('bench/baselines/start-thread.pgbench.sql'), 'utf8');
  const script = join(folder, 'start-thread.sql');
  await writeFile(script, template.replaceAll(':members', String(members)).replaceAll(':body', `'${body}'`));
  return async (clients, seconds) => {
    const logs = await mkdtemp(join(folder, 'pgbench-'));
    const args = ['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-T', String(seconds)];
    const child = spawn(
      'pgbench',
      [...args, '-j', clients > 1 ? '2' : '1', '-l', `--log-prefix=${logs}/log`, url],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    const [code] = await once(child, 'exit');
    const text = Buffer.concat(output).toString();
    const rate = Number(/tps = ([\d.]+)/.exec(text)?.[1]);
    if (code !== 0 || !rate) throw new Error(`pgbench failed: ${text}`);
    return { rate, p50: median(await latencies(logs)) };
  };
}

/** Of every transaction, in ms: the third column of pgbench's log is in µs. */
async function latencies(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir(folder))
    for (const line of (await readFile(join(folder, name), 'utf8')).split('\n'))
      if (line) found.push(Number(line.split(' ')[2]) / 1_000);
  return found;
}
