import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Result } from '../bench.ts';
import { ask } from '../http-load.ts';
import { KringServer } from '../kring-server.ts';
import { conversationWith, startProgram, stopProgram } from '../processes.ts';
import { median } from '../rounds.ts';
import { query, type Stand } from '../stand.ts';

const SOCKETS = 2_000;
const PEOPLE = 200;
/** Begun while nobody is there, and as many while they come back. */
const THREADS = 20;
/** Postgres tells what was committed a second later. */
const TOLD_AFTER_MS = 1_500;

/** The server is killed and started again: what it costs until two thousand clients have all that they missed. */
export const herd: Bench = {
  name: 'herd',
  async run(stand: Stand): Promise<Result[]> {
    const url = await stand.copyOf('small', 'herd');
    const members = await stand.members(url, PEOPLE);
    const { rows } = await query(url, `SELECT id FROM communities WHERE kind = 'company'`);
    let server = await stand.serve(url);
    const { port } = server;
    const clients = startProgram('bench/herd.ts');
    const herd = conversationWith(clients);
    const tokens = Array.from({ length: SOCKETS }, (_, n) => members[n % members.length]!.token);
    await herd.ask({ open: { port, tokens } });
    const post = (to: KringServer) =>
      ask(to.request(members[0]!, `/communities/${rows[0].id}/threads`, { kind: 'update', body: 'Terug.' }));

    const rounds: Array<{ back: number; caughtUp: number; each: number; wrong: number }> = [];
    for (let round = 0; round < stand.rounds; round++) {
      server.process.kill('SIGKILL');
      await sleep(500);
      // On another port, where nobody comes: what happens meanwhile.
      const meanwhile = await stand.serve(url);
      for (let n = 0; n < THREADS; n++) await post(meanwhile);
      await meanwhile.stop();
      const before = await committed(url);
      server = await KringServer.start({ port, env: stand.envOf(url) });
      const readyAt = Date.now();
      for (let n = 0; n < THREADS; n++) await post(server);
      const told = await herd.ask({ await: 2 * THREADS });
      await sleep(TOLD_AFTER_MS);
      const during = (await committed(url)) - before;
      const quiet = await committedIn(url, told.caughtUpAt - readyAt);
      rounds.push({
        back: (told.lastBackAt - readyAt) / 1_000,
        caughtUp: (told.caughtUpAt - readyAt) / 1_000,
        each: (during - quiet) / SOCKETS,
        wrong: told.missing + told.doubled + told.reloads,
      });
    }
    await stopProgram(clients);
    await server.stop();
    const of = (what: 'back' | 'caughtUp' | 'each' | 'wrong') => median(rounds.map((round) => round[what]));
    return [
      line(`${SOCKETS} clients back after a kill, from ready to the last`, of('back'), 's', 60),
      line(`until the last has all ${2 * THREADS} threads`, of('caughtUp'), 's', 60),
      line('transactions of the database a client', of('each'), '', 6),
      line('clients that missed or doubled one, or had to load anew', of('wrong'), '', 0),
    ];
  },
};

const line = (what: string, value: number, unit: string, atMost: number): Result => ({
  what,
  subject: `${value.toFixed(1)} ${unit}`.trim(),
  baseline: '',
  value,
  limit: { atMost },
  unit: unit || 'each',
});

async function committed(url: string): Promise<number> {
  await sleep(TOLD_AFTER_MS);
  const { rows } = await query(
    url,
    `SELECT xact_commit::float8 AS n FROM pg_stat_database WHERE datname = current_database()`,
  );
  return rows[0].n;
}

/** What the server does by itself in that time, with everybody there. */
async function committedIn(url: string, ms: number): Promise<number> {
  const before = await committed(url);
  await sleep(4_000);
  const after = await committed(url);
  return ((after - before) * ms) / (4_000 + TOLD_AFTER_MS);
}
