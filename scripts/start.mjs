import { build } from './build.mjs';
import { Trouble } from './console.mjs';
import { standInFor } from './processes.mjs';
import { exists, inProject } from './project.mjs';
import { redisServer } from './redis.mjs';

/** Half of Node's own: an idle server takes 40 MB less, and requests leave little behind. */
const YOUNG_SPACE = ['--max-semi-space-size=8'];

/** The server as an organisation runs it, until it is stopped. */
export async function start() {
  await build();
  return program('dist/apps/server/src/main.js', []);
}

export async function commandLine(args) {
  await build({ only: 'server' });
  return program('dist/apps/cli/src/main.js', args);
}

export async function bench(args) {
  await build();
  return program('bench/run.ts', args);
}

export async function faults(args) {
  const redis = await redisServer();
  if (!redis) return 1;
  await build();
  return program('faults/run.ts', args, { REDIS_PATH: redis });
}

function program(path, args, more = {}) {
  if (!exists(path)) throw new Trouble(`${path} is missing: this checkout is not complete.`);
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production', ...more };
  return standInFor(process.execPath, [...YOUNG_SPACE, inProject(path), ...args], { env });
}
