import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileServer, pendingWork } from './compile.mjs';
import { say, step, Trouble } from './console.mjs';
import { node } from './processes.mjs';
import { exists, inProject, tool } from './project.mjs';

const OPENAPI_PROGRAM = 'dist/apps/server/src/openapi-main.js';
const OPENAPI = 'dist/openapi.json';
const API_TYPES = 'apps/web/src/data/api.d.ts';
const WEB_CONFIG = 'apps/web/vite.config.ts';

/**
 * Builds what changed since the last time: the server, the description of its API, the web client, in this order.
 * @param only stops after 'server' or 'api'
 */
export async function build({ only } = {}) {
  const { stale, leftovers } = await pendingWork();
  if (stale.length + leftovers.length > 0) await step('Building the server', compileServer);
  if (only === 'server') return;
  await describeApi();
  if (only !== 'api') await buildWeb();
}

/** Writes dist/openapi.json and the web client's types of it. */
async function describeApi() {
  if (!exists(OPENAPI_PROGRAM)) return;
  await whenChanged('api', ['dist/apps/server', 'dist/libs', 'package-lock.json'], OPENAPI, async () => {
    await step('Describing the API', async () => {
      const described = await node([inProject(OPENAPI_PROGRAM)], { quiet: true });
      if (described.code !== 0) fail('The API could not be described.', described);
      writeWhenDifferent(OPENAPI, described.stdout);
    });
  });
  if (!exists(WEB_CONFIG)) return;
  await whenChanged('types', [OPENAPI], API_TYPES, async () => {
    const generator = tool('openapi-typescript/bin/cli.js');
    const generated = await node([generator, inProject(OPENAPI), '-o', inProject(API_TYPES)], {
      quiet: true,
    });
    if (generated.code !== 0) fail('The API types of the web client could not be generated.', generated);
  });
}

async function buildWeb() {
  if (!exists(WEB_CONFIG)) return;
  await whenChanged('web', ['apps/web', 'package-lock.json'], 'dist/web/index.html', () =>
    step('Building the web client', async () => {
      const args = [
        tool('vite/bin/vite.js'),
        'build',
        '--config',
        inProject(WEB_CONFIG),
        '--logLevel',
        'warn',
      ];
      const built = await node(args, { quiet: true, env: { ...process.env, NODE_ENV: 'production' } });
      if (built.code !== 0) fail('The web client could not be built.', built);
    }),
  );
}

/** Does the work unless it was done with the same files before. The stamps lie in dist/, and go with it. */
async function whenChanged(name, inputs, output, work) {
  const stampFile = inProject('dist', `.${name}.stamp`);
  const stamp = fingerprint(inputs);
  if (exists(output) && stamp === readOrEmpty(stampFile)) return;
  await work();
  writeFileSync(stampFile, stamp);
}

/** Names, sizes and times of files: a change that keeps all three is not worth reading everything for. */
function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs.filter((path) => exists(path))) {
    const whole = statSync(inProject(input));
    const names = whole.isDirectory() ? readdirSync(inProject(input), { recursive: true }).sort() : [''];
    for (const name of names.filter((path) => !/\.spec\./.test(path))) {
      const { size, mtimeMs } = statSync(join(inProject(input), name), { throwIfNoEntry: false }) ?? {};
      hash.update(`${input}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function writeWhenDifferent(path, text) {
  if (readOrEmpty(inProject(path)) !== text) writeFileSync(inProject(path), text);
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function fail(message, { stdout, stderr }) {
  say(`${stdout}${stderr}`.trim());
  throw new Trouble(message);
}
