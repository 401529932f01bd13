import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from './docker.ts';
import { Site } from './site.ts';

let site: Site;
let services: Record<string, any>;

beforeAll(async () => {
  site = await Site.init('--scale');
  const shown = await site.mustCompose(
    '--profile',
    'scale',
    '--profile',
    'restore',
    'config',
    '--format',
    'json',
  );
  ({ services } = JSON.parse(shown));
});
afterAll(() => rm(site.folder, { recursive: true, force: true }));

describe('the Compose file', () => {
  test('has every service hardened and bounded', () => {
    expect(Object.keys(services).sort()).toEqual([
      'backup',
      'caddy',
      'kring',
      'migrate',
      'postgres',
      'redis',
      'restore',
      'worker',
    ]);
    for (const [name, service] of Object.entries(services)) {
      const of = (what: unknown) => ({ name, what });
      expect(of(service.cap_drop)).toEqual(of(['ALL']));
      expect(of(service.security_opt)).toEqual(of(['no-new-privileges:true']));
      expect(of(service.read_only)).toEqual(of(true));
      expect(of(Number(service.mem_limit) > 0 && service.pids_limit > 0)).toEqual(of(true));
      expect(of(service.logging.options['max-size'])).toEqual(of('10m'));
      expect(of(service.privileged ?? service.network_mode ?? service.pid)).toEqual(of(undefined));
      expect(JSON.stringify(service.volumes ?? [])).not.toContain('docker.sock');
      if (name !== 'caddy') expect(of(service.user)).toEqual(of(expect.stringMatching(/^\d+:\d+$/)));
    }
  });

  test('publishes the two ports of Caddy and nothing else', () => {
    for (const [name, { ports = [] }] of Object.entries(services)) {
      const inside = ports.map(({ target }: { target: number }) => target);
      expect({ name, inside }).toEqual({ name, inside: name === 'caddy' ? [80, 443] : [] });
    }
  });

  test('keeps the database where the world is not', async () => {
    const { networks } = JSON.parse(await site.mustCompose('config', '--format', 'json'));
    expect(networks.data.internal).toBe(true);
    expect(Object.keys(services.postgres.networks)).toEqual(['data']);
    expect(Object.keys(services.caddy.networks)).toEqual(['edge']);
  });

  test('has no secret in the environment of any service', () => {
    for (const { environment = {} } of Object.values(services))
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|TOKEN|PASSPHRASE|DATABASE_URL/.test(name)) expect(value).toMatch(/^\/run\/secrets\//);
  });
});

describe('kring-init', () => {
  test('makes secrets that are long, different, and closed to others', async () => {
    const names = await readdir(join(site.folder, 'secrets'));
    expect(names).toHaveLength(6);
    expect((await stat(join(site.folder, 'secrets'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(site.folder, '.env'))).mode & 0o777).toBe(0o600);
  });

  test('without it Compose refuses, and says what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kring-bare-'));
    const file = join(import.meta.dirname, '../../docker-compose.yml');
    const { code, stderr } = await docker(['compose', '-f', file, '--project-directory', folder, 'config']);
    expect(code).not.toBe(0);
    expect(stderr).toContain('run ./kring-init first');
    await rm(folder, { recursive: true });
  });

  test.each([
    [['--host', 'https://kring.nl', '--yes'], 'is not a host name'],
    [['--host', 'kring.nl', '--tls', 'none', '--yes'], 'is not public, internal or given'],
    [['--colour'], '--colour is not known'],
    [['--host', 'kring.nl', '--http-port', 'eighty', '--yes'], 'is not a port'],
  ])('refuses %j and writes nothing', async (args, words) => {
    const folder = await mkdtemp(join(tmpdir(), 'kring-init-'));
    const init = join(import.meta.dirname, '../../kring-init');
    spawnSync('cp', [init, folder]);
    const { status, stderr } = spawnSync('sh', ['kring-init', ...args], { cwd: folder, encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain(words);
    expect(await readdir(folder)).toEqual(['kring-init']);
    await rm(folder, { recursive: true });
  });

  test('never writes over what is there', async () => {
    const { status, stderr } = spawnSync('sh', ['kring-init', '--host', 'other.nl', '--yes'], {
      cwd: site.folder,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('.env is there already');
  });
});
