import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Ended, IMAGE, mustRun, RUN, run, type Surroundings } from './docker.ts';
import { Door } from './door.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** What a clean checkout does not have. */
const NOT_CHECKED_OUT = /^(dist|data|\.git|\.env|secrets|certificates|backups|restore)$|(^|\/)node_modules$/;
export const HOST = 'kring.example.nl';
export const ADMIN = { name: 'Ada', email: 'ada@example.nl', password: 'dijkgraaf-fiets-47' };

const sites = new Set<Site>();

/** An administrator's server: a clean checkout, and what Compose makes of it under a name and at ports of its own. */
export class Site {
  /** For all commands; what a shell of the administrator would remember stands here as well. */
  readonly env: NodeJS.ProcessEnv;
  readonly project: string;
  readonly door: Door;

  private constructor(
    readonly folder: string,
    readonly port: number,
    httpPort: number,
  ) {
    this.project = `${RUN}-${port}`;
    this.env = {
      ...process.env,
      COMPOSE_PROJECT_NAME: this.project,
      KRING_IMAGE: IMAGE,
      KRING_HTTP_PORT: String(httpPort),
      KRING_HTTPS_PORT: String(port),
    };
    this.door = new Door(HOST, port, () => this.authority());
    sites.add(this);
  }

  static async checkout(): Promise<Site> {
    const folder = await mkdtemp(join(tmpdir(), 'kring-site-'));
    await cp(PROJECT, folder, { recursive: true, filter: isCheckedOut });
    return Site.at(folder);
  }

  static async cloneOf(upstream: Site): Promise<Site> {
    const folder = await mkdtemp(join(tmpdir(), 'kring-site-'));
    await mustRun('git', ['clone', '-q', upstream.folder, folder]);
    return Site.at(folder);
  }

  private static async at(folder: string): Promise<Site> {
    const [httpPort, port] = [await freePort(), await freePort()];
    return new Site(folder, port, httpPort);
  }

  /** One that `./kring-init` made ready. */
  static async init(...choices: string[]): Promise<Site> {
    const site = await Site.checkout();
    await site.must(`./kring-init --host ${HOST} --tls internal --yes ${choices.join(' ')}`);
    return site;
  }

  /** Whatever the tests of a file left. */
  static async removeAll(): Promise<void> {
    for (const site of sites) await site.remove();
  }

  get origin(): string {
    return `https://${HOST}:${this.port}`;
  }

  /** What an administrator types in the folder. */
  sh(command: string, where: Surroundings = {}): Promise<Ended> {
    return run('sh', ['-c', command], { cwd: this.folder, env: this.env, ...where });
  }

  must(command: string, where: Surroundings = {}): Promise<string> {
    return mustRun('sh', ['-c', command], { cwd: this.folder, env: this.env, ...where });
  }

  /** Adds to the Compose file, as docker-compose.override.yml does. */
  async alter(changes: object): Promise<void> {
    await writeFile(join(this.folder, 'docker-compose.override.yml'), JSON.stringify(changes));
  }

  async up(): Promise<void> {
    await this.must('docker compose up -d --no-build');
    await this.ready();
  }

  /** Caddy passes on, and Kring says that it takes work. */
  async ready(): Promise<void> {
    for (let tries = 0; ; tries++) {
      const { status } = await this.door.ask('GET', '/readyz').catch(() => ({ status: 0 }));
      if (status === 200) return;
      if (tries > 100)
        throw new Error(`not ready: ${(await this.sh('docker compose logs --tail 40')).stdout}`);
      await pause(300);
    }
  }

  async setUp(link?: string): Promise<void> {
    const code = /setup#code=(\S+)/.exec(link ?? (await this.must('docker compose logs kring')))?.[1];
    await this.door.must('POST', '/api/v1/setup', { code, organisation: { name: 'De Linde' }, admin: ADMIN });
  }

  async logIn(): Promise<void> {
    const { email, password } = ADMIN;
    await this.door.must('POST', '/api/v1/session', { email, password });
  }

  async sql(query: string): Promise<string> {
    const psql =
      'PGPASSWORD=$(cat /run/secrets/postgres_password) exec psql -qAtX -v ON_ERROR_STOP=1 -U kring_owner kring';
    return this.must(`docker compose exec -T postgres sh -c '${psql}'`, { input: query });
  }

  /** Ids of the containers of a service, also of those that ended. */
  async containers(service: string): Promise<string[]> {
    const ids = await this.must(`docker compose ps -aq ${service}`);
    return ids.split('\n').filter(Boolean);
  }

  async remove(): Promise<void> {
    sites.delete(this);
    await this.sh('docker compose --profile "*" down -v --remove-orphans -t 5');
    // Those that the Compose file names no more.
    await this.sh(`docker volume ls -q --filter name=^${this.project} | xargs -r docker volume rm`);
    await rm(this.folder, { recursive: true, force: true });
  }

  private async authority(): Promise<string> {
    return this.must('docker compose exec -T caddy cat /data/caddy/pki/authorities/local/root.crt');
  }
}

const isCheckedOut = (path: string): boolean => !NOT_CHECKED_OUT.test(relative(PROJECT, path));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as { port: number };
      socket.close(() => resolve(port));
    });
  });
}
