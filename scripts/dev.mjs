import { watch } from 'node:fs';
import { build } from './build.mjs';
import { compileServer, SERVER_SOURCES } from './compile.mjs';
import { say } from './console.mjs';
import { Group, onStop } from './processes.mjs';
import { exists, inProject, tool } from './project.mjs';

const SERVER = 'dist/apps/server/src/main.js';
const WEB_CONFIG = 'apps/web/vite.config.ts';

/** The server, started again after each change, and the web client with hot reload, until Ctrl-C. */
export async function dev() {
  await build({ only: 'api' });
  let server = startServer();
  const web = exists(WEB_CONFIG)
    ? new Group(process.execPath, [tool('vite/bin/vite.js'), '--config', inProject(WEB_CONFIG)])
    : undefined;

  const watchers = watchSources(async () => {
    if (!(await compiled())) return;
    say('Starting the server again…');
    await server.end();
    server = startServer();
  });

  await new Promise((resolve) => onStop(resolve));
  for (const watcher of watchers) watcher.close();
  await Promise.all([server.end(), web?.end()]);
  return 0;
}

function startServer() {
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'development' };
  return new Group(process.execPath, ['--enable-source-maps', inProject(SERVER)], { env });
}

/** @returns whether there is something new to run; a mistake in a source is shown and waits for its correction */
async function compiled() {
  try {
    return await compileServer();
  } catch (error) {
    say(error.message);
    return false;
  }
}

/** Calls back when the sources have been quiet for a moment after a change, one call at a time. */
function watchSources(changed) {
  let timer;
  let last = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(changed);
    }, 100);
  };
  return SERVER_SOURCES.filter((folder) => exists(folder)).map((folder) =>
    watch(inProject(folder), { recursive: true }, later),
  );
}
