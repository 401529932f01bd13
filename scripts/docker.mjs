import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { say, step } from './console.mjs';
import { Group, run } from './processes.mjs';
import { exists, inProject, ROOT } from './project.mjs';

/** Makes stand-ins of the base images where no registry is reached; it lies beside the checkout, if anywhere. */
const STAND_INS = join('..', 'shared', 'docker', 'make-base-images.sh');
const BASES = ['node:24-bookworm-slim', 'postgres:18-bookworm', 'redis:7-bookworm', 'caddy:2'];
const PID_FILE = '/var/run/docker.pid';
const MINUTE = 60_000;
/** On a new machine an engine is installed and base images are made. */
const PREPARING_LIMIT = 15 * MINUTE;
const FETCHING_LIMIT = 5 * MINUTE;
const BUILDING_LIMIT = 10 * MINUTE;

/**
 * A Docker engine with the image of this checkout on it, for one run of tests. All that the run makes on it bears
 * its name, so that it can be found again, whoever was killed meanwhile.
 */
export class DockerStand {
  name = `kring-test-${process.pid}-${Date.now().toString(36)}`;
  image = `kring:${this.name}`;
  #began;
  #engineIsOurs = false;

  /** @param began is told every process group */
  constructor(began) {
    this.#began = began;
  }

  /** @returns undefined, or why no image can be built or run here */
  async prepare() {
    const wasRunning = await succeeds('info');
    if (!(wasRunning && (await isComplete())) && exists(STAND_INS)) {
      this.#engineIsOurs = !wasRunning;
      const script = [inProject(STAND_INS)];
      const { code, said } = await this.#step('Preparing Docker', 'bash', script, PREPARING_LIMIT);
      if (code !== 0) say(said);
    }
    if (!(await succeeds('--version'))) return 'Docker is not installed here';
    if (!(await succeeds('info'))) return 'no Docker engine runs here';
    if (!(await succeeds('compose', 'version'))) return 'Docker has no "docker compose" here';
    return this.#fetchBases();
  }

  /** As a build would: an image that is not here comes from its registry. */
  async #fetchBases() {
    for (const base of BASES) {
      if (await succeeds('image', 'inspect', base)) continue;
      const { code } = await this.#step(`Fetching ${base}`, 'docker', ['pull', '-q', base], FETCHING_LIMIT);
      if (code !== 0) return `the image ${base} is not here, and no registry gives it`;
    }
    return undefined;
  }

  /** @returns undefined, or why there is no image */
  async buildImage() {
    const network = process.env.KRING_BUILD_NETWORK;
    const args = ['build', ...(network ? ['--network', network] : []), '-t', this.image, ROOT];
    const { code, said } = await this.#step('Building the image', 'docker', args, BUILDING_LIMIT);
    if (code === 0) return undefined;
    say(said);
    return 'the image could not be built';
  }

  /** Nothing of the run stays: its containers, networks, volumes and images, and the engine if it was started here. */
  async clear() {
    if (await succeeds('info')) {
      for (const [list, remove] of LEFT_BEHIND) {
        const { stdout } = await docker(...list(this.name));
        const names = stdout.split('\n').filter((name) => name !== '');
        if (names.length > 0) await docker(...remove, ...names);
      }
    }
    if (this.#engineIsOurs) await stopEngine();
  }

  async #step(title, command, args, limit) {
    return step(title, async () => {
      const group = new Group(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      this.#began(group);
      const tooLate = setTimeout(() => void group.end(5_000), limit);
      const [out, err, { code }] = await Promise.all([
        text(group.child.stdout),
        text(group.child.stderr),
        group.ended,
      ]);
      clearTimeout(tooLate);
      return { code, said: `${out}${err}`.trim().split('\n').slice(-30).join('\n') };
    });
  }
}

/** In the order in which they can be removed. */
const LEFT_BEHIND = [
  [(name) => ['ps', '-aq', '--filter', `name=^/?${name}`], ['rm', '-fv']],
  [(name) => ['network', 'ls', '-q', '--filter', `name=^${name}`], ['network', 'rm']],
  [(name) => ['volume', 'ls', '-q', '--filter', `name=^${name}`], ['volume', 'rm']],
  [(name) => ['images', '--format', '{{.Repository}}:{{.Tag}}', `*:${name}*`], ['rmi']],
];

/** An engine that does not answer must not hold up the end. */
const docker = (...args) => run('docker', args, { quiet: true, signal: AbortSignal.timeout(MINUTE) });
const succeeds = async (...args) => (await docker(...args)).code === 0;

/** Nothing has to be installed, made or fetched. */
const isComplete = async () =>
  (await succeeds('compose', 'version')) && (await succeeds('image', 'inspect', ...BASES));

/** One that the machine itself looks after is left to it, and one that others use to them. */
async function stopEngine() {
  const { stdout } = await docker('ps', '-q');
  if (stdout !== '') return say('The Docker engine is left running: others use it.');
  if (existsSync('/run/systemd/system'))
    return run('systemctl', ['stop', 'docker.socket', 'docker'], { quiet: true });
  if (!existsSync(PID_FILE)) return;
  const pid = Number(readFileSync(PID_FILE, 'utf8'));
  for (let waited = 0; signal(pid, waited === 0 ? 'SIGTERM' : 0) && waited < 20_000; waited += 100)
    await new Promise((done) => setTimeout(done, 100));
}

function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
