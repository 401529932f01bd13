import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { IMAGE } from './docker.ts';
import { Site } from './site.ts';

let site: Site;
let services: Record<string, any>;
let networks: Record<string, any>;

beforeAll(async () => {
  site = await Site.init('--scale');
  ({ services, networks } = JSON.parse(
    await site.must('docker compose --profile scale --profile restore config --format json'),
  ));
});
afterAll(Site.removeAll);

describe('the Compose file', () => {
  test('has every service hardened and bounded', () => {
    const names = ['backup', 'caddy', 'kring', 'migrate', 'postgres', 'redis', 'restore', 'worker'];
    expect(Object.keys(services).sort()).toEqual(names);
    for (const [name, service] of Object.entries(services)) {
      const of = (what: unknown) => ({ name, what });
      expect(of(service.cap_drop)).toEqual(of(['ALL']));
      expect(of(service.security_opt)).toEqual(of(['no-new-privileges:true']));
      expect(of(service.read_only)).toEqual(of(true));
      expect(of([Number(service.mem_limit) > 0, service.cpus > 0, service.pids_limit > 0])).toEqual(
        of([true, true, true]),
      );
      expect(of(service.ulimits.nofile)).toEqual(of(16384));
      expect(of(service.logging.options)).toEqual(of({ 'max-size': '10m', 'max-file': '5' }));
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

  test('takes every base image by a digest where .env names one', async () => {
    const digest = `@sha256:${'3f9c1b7d52e84a06'.repeat(4)}`;
    const pinned = { NODE: 'node', POSTGRES: 'postgres', REDIS: 'redis', CADDY: 'caddy' };
    const named = Object.entries(pinned).map(([name, image]) => [`${name}_IMAGE`, `${image}${digest}`]);
    const env = { ...site.env, ...Object.fromEntries(named) };
    const shown = await site.must('docker compose --profile "*" config --format json', { env });
    const all: any[] = Object.values(JSON.parse(shown).services);
    const images = all.map(({ image, build }) => build?.args.NODE_IMAGE ?? image);
    for (const image of Object.values(pinned)) expect(images).toContain(`${image}${digest}`);
    const unpinned = images.filter((image) => !image.endsWith(digest));
    expect(new Set(unpinned)).toEqual(new Set([IMAGE])); // others run what was built
    const dockerfile = await readFile(join(site.folder, 'Dockerfile'), 'utf8');
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, from]) => from);
    expect(new Set(bases)).toEqual(new Set(['$' + '{NODE_IMAGE}']));
  });

  test('keeps the database where the world is not', () => {
    expect(Object.keys(networks).sort()).toEqual(['data', 'edge']);
    expect(networks.data.internal).toBe(true);
    const inside = ['postgres', 'redis', 'migrate', 'backup', 'restore'];
    for (const name of inside) expect(Object.keys(services[name].networks)).toEqual(['data']);
    expect(Object.keys(services.caddy.networks)).toEqual(['edge']);
  });

  test('has no secret in the environment of any service', () => {
    for (const { environment = {} } of Object.values(services))
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|TOKEN|PASSPHRASE|DATABASE_(OWNER_)?URL/.test(name))
          expect(value).toMatch(/^\/run\/secrets\//);
  });

  test('passes on what .env says, and asks for no more processors than there are', async () => {
    const env = { ...site.env, PUSH_WORDS: 'none', KRING_CPUS: undefined, POSTGRES_CPUS: undefined };
    const shown = JSON.parse(await site.must('docker compose config --format json', { env }));
    expect(shown.services.kring.environment.PUSH_WORDS).toBe('none');
    for (const { cpus } of Object.values<any>(shown.services)) expect(cpus).toBeLessThanOrEqual(2);
  });
});

describe('kring-init', () => {
  test('makes secrets that are long, different, and closed to others', async () => {
    const names = await readdir(join(site.folder, 'secrets'));
    expect(names).toHaveLength(6);
    expect((await stat(join(site.folder, 'secrets'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(site.folder, '.env'))).mode & 0o777).toBe(0o600);
    const values = await site.must('cat secrets/postgres_password; echo; cat secrets/kring_password');
    expect(values).toMatch(/^([0-9a-f]{64})\n(?!\1)[0-9a-f]{64}$/);
  });

  test('lets users without rights read what they need, whatever the umask of the checkout was', async () => {
    const closed = await Site.checkout();
    await closed.must('chmod -R go-rwx deploy && ./kring-init --host kring.nl --tls internal --yes');
    for (const path of ['deploy/caddy/Caddyfile', 'deploy/postgres/10-roles.sh'])
      expect((await stat(join(closed.folder, path))).mode & 0o044).toBe(0o044);
    expect((await stat(join(closed.folder, 'deploy/postgres'))).mode & 0o055).toBe(0o055);
  });

  test.each([
    ['--host https://kring.nl --yes', 'is not a host name'],
    ['--yes', "'' is not a host name"],
    ['', "'' is not a host name"],
    ['--host kring.nl --tls none --yes', 'is not public, internal or given'],
    ['--colour', '--colour is not known'],
    ['--host kring.nl --http-port eighty --yes', 'is not a port'],
    ['--host kring.nl --http-port 800000 --yes', 'is not a port'],
  ])('refuses "%s" and writes nothing', async (choices, words) => {
    const bare = await Site.checkout();
    const before = await readdir(bare.folder);
    const { code, stderr } = await bare.sh(`./kring-init ${choices}`);
    expect(code).not.toBe(0);
    expect(stderr).toContain(words);
    expect(await readdir(bare.folder)).toEqual(before);
    await bare.remove();
  });

  test('refuses a port that another program has, and says which', async () => {
    const bare = await Site.checkout();
    const other = createServer().listen(0, '0.0.0.0');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await bare.sh(`./kring-init --host kring.nl --https-port ${port} --yes`);
    other.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`port ${port} is in use by another program. Stop it, or choose`);
    expect(await readdir(bare.folder)).not.toContain('.env');
    await bare.remove();
  });

  test('never writes over what is there', async () => {
    const { code, stderr } = await site.sh('./kring-init --host other.nl --yes');
    expect(code).toBe(1);
    expect(stderr).toContain('.env is there already');
  });
});
