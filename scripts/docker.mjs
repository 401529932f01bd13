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

  /** @returns undefined, or why there is no engine here */
  async findEngine() {
    const wasRunning = await succeeds('info');
    if (!(wasRunning && (await hasBases())) && exists(STAND_INS)) {
      this.#engineIsOurs = !wasRunning;
      const { code, said } = await this.#step('Preparing Docker', 'bash', [inProject(STAND_INS)]);
      if (code !== 0) say(said);
    }
    return (await succeeds('info')) ? undefined : 'no Docker engine runs here';
  }

  /** @returns undefined, or why there is no image */
  async buildImage() {
    const network = process.env.KRING_BUILD_NETWORK;
    const args = ['build', ...(network ? ['--network', network] : []), '-t', this.image, ROOT];
    const { code, said } = await this.#step('Building the image', 'docker', args);
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

  async #step(title, command, args) {
    return step(title, async () => {
      const group = new Group(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      this.#began(group);
      const [out, err, { code }] = await Promise.all([
        text(group.child.stdout),
        text(group.child.stderr),
        group.ended,
      ]);
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
const docker = (...args) => run('docker', args, { quiet: true, timeout: 60_000 });
const succeeds = async (...args) => (await docker(...args)).code === 0;

async function hasBases() {
  return succeeds('image', 'inspect', ...BASES) && succeeds('compose', 'version');
}

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
