import { readFileSync } from 'node:fs';
import { say, step, Trouble } from './console.mjs';
import { run } from './processes.mjs';
import { environmentOutside, exists, inProject } from './project.mjs';

const NODE_MAJOR = 24;

/** Makes node_modules what package-lock.json says, if it is not already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await step('Installing packages', async () => {
    // Not with the npm settings of whoever called us: a silent npm would also hide why it failed.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code, stdout, stderr } = await run('npm', args, { quiet: true, env: environmentOutside() });
    if (code === 0) return;
    say(`${stdout}${stderr}`.trim());
    throw new Trouble('The packages could not be installed; what npm said stands above.');
  });
}

/** npm keeps a record of what it has put into node_modules, written when it has finished. */
function isInstalled() {
  const wanted = packagesOf(inProject('package-lock.json'));
  const present = packagesOf(inProject('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || present[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** The Node that runs Kring: the one npm installed, unless the present one is new enough. */
export function suitableNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath;
  if (exists('node_modules/node/bin/node')) return inProject('node_modules/node/bin/node');
  throw new Trouble(
    `Kring runs on Node ${NODE_MAJOR}; this is Node ${process.versions.node}, and npm did not bring the other one ` +
      `because install scripts are switched off. Run "npm rebuild --ignore-scripts=false", or use Node ${NODE_MAJOR}.`,
  );
}
