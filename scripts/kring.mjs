import { say, Trouble } from './console.mjs';
import { ensureInstalled, suitableNode } from './install.mjs';
import { standInFor } from './processes.mjs';
import { inProject } from './project.mjs';

/** Each command returns its exit code. They are loaded late: some need what is installed. */
const COMMANDS = {
  start: async () => (await import('./start.mjs')).start(),
  dev: async () => (await import('./dev.mjs')).dev(),
  test: async (args) => (await import('./test.mjs')).test(args),
  check: async () => (await import('./check.mjs')).check(),
  build: async () => (await import('./build.mjs')).build().then(() => 0),
  cli: async (args) => (await import('./start.mjs')).commandLine(args),
  bench: async (args) => (await import('./start.mjs')).bench(args),
  faults: async (args) => (await import('./start.mjs')).faults(args),
};

async function main([name = 'start', ...args]) {
  const command = COMMANDS[name];
  if (!command) throw new Trouble(`There is no command "${name}": use ${Object.keys(COMMANDS).join(', ')}.`);
  await ensureInstalled();
  const node = suitableNode();
  if (node !== process.execPath) return standInFor(node, [inProject('scripts/kring.mjs'), name, ...args]);
  return command(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Trouble ? error.message : error.stack);
  process.exitCode = 1;
}
