import { existsSync } from 'node:fs';
import { say } from './console.mjs';
import { installPackages } from './debian.mjs';

const PLACES = ['redis-server', 'valkey-server'].flatMap((name) =>
  ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((folder) => `${folder}/${name}`),
);

/** @returns the path of a Redis or Valkey server, installed if it can be; undefined after saying what to do */
export async function redisServer() {
  const path =
    find() ?? ((await installPackages('Redis for several processes', ['redis-server'])) ? find() : undefined);
  if (!path)
    say(
      'Trying several processes needs Redis: install it (Debian: apt-get install redis-server), or set REDIS_PATH.',
    );
  return path;
}

const find = () => [process.env.REDIS_PATH, ...PLACES].find((path) => path && existsSync(path));
