import { build } from './build.mjs';
import { say } from './console.mjs';
import { node } from './processes.mjs';
import { exists, inProject, tool } from './project.mjs';

const CHECKS = [
  { name: 'types of the server', args: [tool('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'types of the web client',
    needs: 'apps/web/tsconfig.json',
    args: [tool('typescript/bin/tsc'), '--noEmit', '-p', 'apps/web/tsconfig.json'],
  },
  { name: 'style', args: [tool('@biomejs/biome/bin/biome'), 'check', '.'] },
  {
    name: 'directions of imports',
    args: [
      tool('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      ...['apps', 'libs', 'migrations', 'bench', 'e2e', 'faults', 'deploy'].filter((folder) =>
        exists(folder),
      ),
    ],
  },
  { name: 'changes of the schema', args: [inProject('scripts/migration-lint/run.mjs')] },
  { name: 'unused code', args: [tool('knip/bin/knip.js'), '--no-progress'] },
];

/** Everything that can be said about the code without running it. */
export async function check() {
  await build({ only: 'api' }); // the web client's types come from it
  const failed = [];
  for (const { name, needs, args } of CHECKS) {
    if (needs && !exists(needs)) continue;
    say(`Checking ${name}…`);
    const { code } = await node(args);
    if (code !== 0) failed.push(name);
  }
  say(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}
