import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import https from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker, type Ended, mustDocker } from './docker.ts';

const PROJECT = join(import.meta.dirname, '../..');
const HOST = 'kring.localhost';

export interface Answer {
  status: number;
  body: any;
  headers: Record<string, string | string[] | undefined>;
}

/** An administrator's server: a folder with what the repository brings, made ready by kring-init, and a project. */
export class Site {
  private authority: string | undefined;
  cookie = '';

  private constructor(
    readonly folder: string,
    readonly project: string,
    readonly port: number,
  ) {}

  static async init(...choices: string[]): Promise<Site> {
    const folder = await mkdtemp(join(tmpdir(), 'kring-site-'));
    for (const name of ['docker-compose.yml', 'deploy', 'kring-init'])
      await cp(join(PROJECT, name), join(folder, name), { recursive: true });
    const [http, port] = [await freePort(), await freePort()];
    const ports = ['--http-port', String(http), '--https-port', String(port)];
    execFileSync('sh', ['kring-init', '--host', HOST, '--tls', 'internal', ...ports, '--yes', ...choices], {
      cwd: folder,
    });
    return new Site(folder, `kring-test-${process.pid}-${port}`, port);
  }

  /** Another server with the same secrets, as after a move. */
  async moved(): Promise<Site> {
    const there = await Site.init();
    await cp(join(this.folder, 'secrets'), join(there.folder, 'secrets'), { recursive: true, force: true });
    return there;
  }

  get origin(): string {
    return `https://${HOST}:${this.port}`;
  }

  compose(...args: string[]): Promise<Ended> {
    return docker(['compose', '-p', this.project, ...args], { cwd: this.folder });
  }

  mustCompose(...args: string[]): Promise<string> {
    return mustDocker(['compose', '-p', this.project, ...args], { cwd: this.folder });
  }

  /** Ready: everything says that it is healthy, and Caddy passes on. */
  async up(...args: string[]): Promise<void> {
    await this.mustCompose('up', '-d', '--no-build', ...args);
    for (let tries = 0; ; tries++) {
      const { status } = await this.ask('GET', '/readyz').catch(() => ({ status: 0 }));
      if (status === 200) return;
      if (tries > 100) throw new Error(`not ready: ${(await this.compose('logs', '--tail', '40')).stdout}`);
      await new Promise((done) => setTimeout(done, 300));
    }
  }

  async down(): Promise<void> {
    await this.compose(
      '--profile',
      'scale',
      '--profile',
      'restore',
      'down',
      '-v',
      '--remove-orphans',
      '-t',
      '5',
    );
    await rm(this.folder, { recursive: true, force: true });
  }

  async setUp(): Promise<void> {
    const code = /setup#code=(\S+)/.exec(await this.mustCompose('logs', 'kring'))?.[1];
    const admin = { name: 'Ada', email: 'ada@example.nl', password: 'dijkgraaf-fiets-47' };
    const { status } = await this.ask('POST', '/api/v1/setup', {
      code,
      organisation: { name: 'De Linde' },
      admin,
    });
    if (status !== 201) throw new Error(`set-up answered ${status}`);
  }

  async logIn(): Promise<void> {
    const { status } = await this.ask('POST', '/api/v1/session', {
      email: 'ada@example.nl',
      password: 'dijkgraaf-fiets-47',
    });
    if (status >= 300) throw new Error(`log-in answered ${status}`);
  }

  /** One request through Caddy, whose own authority is trusted and nobody else's. */
  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    this.authority ??= await this.mustCompose(
      'exec',
      '-T',
      'caddy',
      'cat',
      '/data/caddy/pki/authorities/local/root.crt',
    );
    return new Promise((resolve, reject) => {
      const request = https.request(
        {
          host: '127.0.0.1',
          port: this.port,
          servername: HOST,
          method,
          path,
          ca: this.authority,
          headers: {
            host: `${HOST}:${this.port}`,
            origin: this.origin,
            cookie: this.cookie,
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
        },
        async (response) => {
          let text = '';
          for await (const chunk of response) text += chunk;
          const set = response.headers['set-cookie']?.map((cookie) => cookie.split(';')[0]);
          if (set) this.cookie = set.join('; ');
          resolve({ status: response.statusCode!, body: parsed(text), headers: response.headers });
        },
      );
      request.on('error', reject);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as { port: number };
      socket.close(() => resolve(port));
    });
  });
}
