import { join } from 'node:path';
import { say, step } from './console.mjs';
import { run } from './processes.mjs';
import { exists, inProject, ROOT } from './project.mjs';

/** Makes stand-ins of the base images where no registry is reached; it lies beside the checkout, if anywhere. */
const STAND_INS = join('..', 'shared', 'docker', 'make-base-images.sh');
const BASES = ['node:24-bookworm-slim', 'postgres:18-bookworm', 'redis:7-bookworm', 'caddy:2'];

/**
 * An engine with the image of this checkout on it.
 * @returns undefined, or why there is none
 */
export async function dockerWithImage() {
  if (!(await isReady()) && exists(STAND_INS))
    await step('Preparing Docker', () => run('bash', [inProject(STAND_INS)], { quiet: true }));
  if ((await run('docker', ['info'], { quiet: true }).catch(() => ({ code: 1 }))).code !== 0)
    return 'no Docker engine runs here';
  const built = await step('Building the image', () =>
    run('docker', ['build', ...network(), '-t', 'kring:latest', ROOT], { quiet: true }),
  );
  if (built.code === 0) return undefined;
  say(`${built.stdout}${built.stderr}`.trim().split('\n').slice(-30).join('\n'));
  return 'the image could not be built';
}

const network = () => (process.env.KRING_BUILD_NETWORK ? ['--network', process.env.KRING_BUILD_NETWORK] : []);

async function isReady() {
  const answers = await Promise.all(
    BASES.map((image) =>
      run('docker', ['image', 'inspect', image], { quiet: true }).catch(() => ({ code: 1 })),
    ),
  );
  return answers.every(({ code }) => code === 0);
}
