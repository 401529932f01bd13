import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Bench, Result } from '../bench.ts';
import { ask } from '../http-load.ts';
import { freePort, inProject } from '../processes.ts';
import { median } from '../rounds.ts';
import type { Stand } from '../stand.ts';

const STARTS = 7;
const PATIENCE_MS = 60_000;
const docker = (...args: string[]) => promisify(execFile)('docker', args);

/** From `docker start` of the image until it takes requests, on a database that is there. Needs a Docker engine. */
export const container: Bench = {
  name: 'container',
  async run(stand: Stand): Promise<Result[]> {
    const { DockerStand } = await import(inProject('scripts/docker.mjs'));
    const engine = new DockerStand(() => undefined);
    try {
      const missing = (await engine.prepare()) ?? (await engine.buildImage());
      if (missing) {
        console.error(`The start of a container was not measured: ${missing}.`);
        return [];
      }
      const url = await stand.filled('small');
      const starts: number[] = [];
      for (let n = 0; n < STARTS; n++) starts.push(await startOne(engine, url, `${engine.name}-${n}`));
      const all = starts.map((seconds) => seconds.toFixed(1)).join(', ');
      return [
        {
          what: `start of a container, until ready (${all})`,
          subject: `${median(starts).toFixed(1)} s`,
          baseline: '',
          value: Math.max(...starts),
          limit: { atMost: 5 },
          unit: 's',
        },
      ];
    } finally {
      await engine.clear();
    }
  },
};

/** Bounded as in docker-compose.yml; only the network is this machine's, where the database listens. */
async function startOne({ image }: { image: string }, databaseUrl: string, name: string): Promise<number> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const settings = [`DATABASE_URL=${databaseUrl}`, `KRING_ORIGIN=${origin}`, `PORT=${port}`];
  await docker(
    ...['create', '--name', name, '--network', 'host', '--init', '--read-only', '--cap-drop', 'ALL'],
    ...['--tmpfs', '/tmp', '--tmpfs', '/data:uid=10001', '--memory', '1g', '--cpus', '1'],
    ...settings.flatMap((setting) => ['-e', setting]),
    image,
  );
  const began = performance.now();
  await docker('start', name);
  while (!(await isReady(port))) {
    if (performance.now() - began > PATIENCE_MS) {
      const { stdout, stderr } = await docker('logs', name);
      throw new Error(`The container is not ready after ${PATIENCE_MS / 1000} s:\n${stdout}${stderr}`);
    }
    await pause(20);
  }
  const took = (performance.now() - began) / 1_000;
  await docker('rm', '-fv', name);
  return took;
}

const isReady = (port: number): Promise<boolean> =>
  ask({ port, path: '/readyz' }).then(
    () => true,
    () => false,
  );
