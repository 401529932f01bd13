import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Result } from '../bench.ts';
import { KringServer } from '../kring-server.ts';
import { runProgram } from '../processes.ts';
import { median } from '../rounds.ts';
import type { Stand } from '../stand.ts';

const IDLE_MS = 30_000;
const STARTS = 3;

/** An installation as `npm start` makes it, with the Postgres that it starts itself. */
export const idle: Bench = {
  name: 'idle',
  async run(stand: Stand): Promise<Result[]> {
    const env = { KRING_DATA: join(stand.folder, 'idle') };
    await (await KringServer.start({ env })).stop();
    const starts: number[] = [];
    let residentMB = 0;
    for (let n = 1; n <= STARTS; n++) {
      const server = await KringServer.start({ env });
      starts.push(server.readyAfterMs / 1_000);
      if (n === STARTS) {
        await sleep(IDLE_MS);
        residentMB = server.residentMB;
      }
      await server.stop();
    }
    const started = median(starts);
    return [
      absolute('second start, until ready', started, 's', { atMost: 3 }),
      absolute(`memory of the idle server after ${IDLE_MS / 1_000} s`, residentMB, 'MB', { atMost: 200 }),
    ];
  },
};

/** `kring seed` into an installation of its own, with the Postgres that it starts itself. */
export const seed: Bench = {
  name: 'seed',
  async run(stand: Stand): Promise<Result[]> {
    const output = await runProgram('dist/apps/cli/src/main.js', {
      args: ['seed', '--size', stand.big],
      env: { KRING_DATA: join(stand.folder, 'seed') },
    });
    const rate = Number(/ (\d+) posts\/s/.exec(output)?.[1]);
    return [absolute(`kring seed --size ${stand.big}`, rate, 'posts/s', { atLeast: 20_000 })];
  },
};

function absolute(what: string, value: number, unit: string, limit: Result['limit']): Result {
  const digits = value < 100 ? 1 : 0;
  return { what, subject: `${value.toFixed(digits)} ${unit}`, baseline: '', value, limit, unit };
}
