import { createReadStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Community, PIXEL } from './community.ts';
import { docker, IMAGE, mustDocker, RUN } from './docker.ts';
import { Site } from './site.ts';

/** All services as they run, asked one by one. */
let site: Site;
let containers: Record<string, any>;
let secrets: string[];

beforeAll(async () => {
  site = await Site.init('--scale');
  await site.up();
  await site.setUp();
  const ids = (await site.must('docker compose ps -aq')).split('\n');
  const all: any[] = JSON.parse(await mustDocker(['inspect', ...ids]));
  containers = Object.fromEntries(
    all.map((each) => [each.Config.Labels['com.docker.compose.service'], each]),
  );
  const folder = join(site.folder, 'secrets');
  secrets = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
});
afterAll(Site.removeAll);

const RUNNING = ['caddy', 'kring', 'worker', 'backup', 'postgres', 'redis'];
const inside = (service: string, script: string) =>
  site.must(`docker compose exec -T ${service} sh -c '${script}'`);

describe('every container', () => {
  test('has no right, no limit that is missing, and nothing of the host', () => {
    expect(Object.keys(containers).sort()).toEqual([...RUNNING, 'migrate'].sort());
    for (const [name, { HostConfig: host, Config }] of Object.entries(containers)) {
      const facts = {
        user: Config.User,
        root: host.ReadonlyRootfs,
        dropped: host.CapDrop,
        added: host.CapAdd,
        security: host.SecurityOpt,
        privileged: host.Privileged,
        pid: host.PidMode,
        network: host.NetworkMode,
        restart: host.RestartPolicy.Name,
        bounded: [host.Memory, host.NanoCpus, host.PidsLimit].every((limit) => limit > 0),
        log: host.LogConfig.Config['max-size'],
        socket: JSON.stringify(host.Binds ?? []).includes('docker.sock'),
      };
      expect({ name, ...facts }).toEqual({
        name,
        user: name === 'caddy' ? '' : expect.stringMatching(/^[1-9]\d*:\d+$/),
        root: true,
        dropped: ['ALL'],
        added: name === 'caddy' ? ['CAP_NET_BIND_SERVICE'] : null,
        security: ['no-new-privileges:true'],
        privileged: false,
        pid: '',
        network: `${site.project}_${name === 'caddy' ? 'edge' : 'data'}`,
        restart: name === 'migrate' ? 'no' : 'unless-stopped',
        bounded: true,
        log: '10m',
        socket: false,
      });
    }
  });

  test('is held to that by the kernel', async () => {
    for (const name of RUNNING) {
      const said = await inside(
        name,
        'ulimit -n; grep -E "^(Uid|CapEff|CapBnd|NoNewPrivs|Seccomp):" /proc/1/status',
      );
      const [files, ...lines] = said.split('\n');
      const status = Object.fromEntries(lines.map((line) => line.split(/:?\s+/)));
      const bind = name === 'caddy' ? '0000000000000400' : '0000000000000000';
      expect({ name, files, ...status }).toEqual({
        name,
        files: '16384',
        Uid: name === 'caddy' ? '0' : expect.stringMatching(/^[1-9]\d*$/),
        CapEff: bind,
        CapBnd: bind,
        NoNewPrivs: '1',
        Seccomp: '2',
      });
      expect(await inside(name, 'touch /x 2>&1 || true')).toContain('Read-only file system');
    }
  });

  test('publishes nothing, but for Caddy its two ports', () => {
    for (const [name, { HostConfig }] of Object.entries(containers))
      expect([name, Object.keys(HostConfig.PortBindings ?? {}).sort()]).toEqual([
        name,
        name === 'caddy' ? ['443/tcp', '80/tcp'] : [],
      ]);
  });

  test('reaches only whom it has to', async () => {
    expect(await inside('caddy', 'wget -T 2 -q -O - http://postgres:5432 2>&1 || true')).toMatch(
      /bad address/,
    );
    const data = JSON.parse(await mustDocker(['network', 'inspect', `${site.project}_data`]))[0];
    expect(data.Internal).toBe(true);
    const out = 'await fetch("http://192.0.2.1", { signal: AbortSignal.timeout(2000) })';
    expect(
      (await site.sh('docker compose exec -T backup node --input-type=module', { input: out })).code,
    ).toBe(1);
  });
});

describe('secrets', () => {
  test('stand in nothing that Docker tells about containers', () => {
    const told = JSON.stringify(containers);
    expect(secrets).toHaveLength(6);
    for (const secret of secrets) expect(told).not.toContain(secret);
  });

  test('stand in no layer of the image that was built beside them', async () => {
    await site.must(`docker build -q -t ${IMAGE}-beside .`);
    const tar = join(tmpdir(), `${RUN}-layers.tar`);
    await mustDocker(['save', '-o', tar, `${IMAGE}-beside`]);
    let rest = '';
    for await (const chunk of createReadStream(tar, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
      for (const secret of secrets) expect(`${rest}${chunk}`.includes(secret)).toBe(false);
      rest = chunk.slice(-200);
    }
    await rm(tar);
    await docker(['rmi', `${IMAGE}-beside`]);
  });
});

describe('the database', () => {
  test('knows the server as a role that owns nothing and cannot change the schema', async () => {
    const rights = `SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication,
      (SELECT count(*) FROM pg_class WHERE relowner = r.oid), left(rolpassword, 14) FROM pg_authid r WHERE rolname = 'kring'`;
    expect(await site.sql(rights)).toBe('f|f|f|f|f|0|SCRAM-SHA-256$');
    const change = `const pg = (await import('pg')).default; const { readFileSync } = await import('node:fs');
      const client = new pg.Client(readFileSync('/run/secrets/database_url', 'utf8')); await client.connect();
      for (const sql of ['CREATE TABLE x (i int)', 'CREATE TEMP TABLE x (i int)', 'ALTER TABLE posts ADD x int',
        'DROP TABLE posts', 'TRUNCATE events', 'CREATE ROLE x SUPERUSER', 'CREATE SCHEMA x'])
        await client.query(sql).then(() => console.log('done: ' + sql), (error) => console.log(error.code));
      await client.end();`;
    const said = await site.must('docker compose exec -T kring node --input-type=module', { input: change });
    expect(said.split('\n')).toEqual(Array(7).fill('42501'));
  });

  test('lets nobody in without a password', async () => {
    const methods = await site.sql(`SELECT DISTINCT auth_method FROM pg_hba_file_rules`);
    expect(methods).toBe('scram-sha-256');
    expect(
      (await site.sh('docker compose exec -T postgres psql -w -U kring_owner kring -c ""')).code,
    ).not.toBe(0);
  });
});

describe('what is served', () => {
  test('is behind TLS, hides its numbers, and keeps what is private out of caches', async () => {
    const page = await site.door.ask('GET', '/');
    expect(page.status).toBe(200);
    expect(page.headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
    expect(page.headers.server).toBeUndefined();
    expect((await site.door.ask('GET', '/metrics')).status).toBe(404);
    const session = await site.door.ask('GET', '/api/v1/session');
    expect(session.headers['cache-control']).toBe('private, no-store');
    expect(site.door.cookie).toMatch(/^__Host-/);
  });

  test('takes and gives files on a file system that cannot be written to elsewhere', async () => {
    const community = await Community.on(site);
    const id = await community.upload();
    await community.post('met een plaatje', [id]);
    const { body } = await site.door.ask('GET', `/api/v1/files/${id}`);
    expect(Buffer.from(body).subarray(0, 8)).toEqual(PIXEL.subarray(0, 8));
  });

  test('is alive but not ready while the database is away, and comes back by itself', async () => {
    const both = `for (const path of ["healthz", "readyz"]) console.log((await fetch("http://127.0.0.1:3000/" + path)).status)`;
    const asked = () => site.must('docker compose exec -T kring node --input-type=module', { input: both });
    expect(await asked()).toBe('200\n200');
    await site.must('docker compose stop postgres');
    expect(await asked()).toBe('200\n503');
    await site.must('docker compose start postgres');
    await site.ready();
    expect(
      await mustDocker(['inspect', '-f', '{{.RestartCount}} {{.State.Health.Status}}', containers.kring.Id]),
    ).toBe('0 healthy');
  });

  test('ends within ten seconds when told, with code 0', async () => {
    const before = Date.now();
    await site.must('docker compose stop kring worker');
    expect(Date.now() - before).toBeLessThan(10_000);
    for (const name of ['kring', 'worker']) {
      const state = await mustDocker([
        'inspect',
        '-f',
        '{{.State.ExitCode}} {{.State.OOMKilled}}',
        containers[name].Id,
      ]);
      expect([name, state]).toEqual([name, '0 false']);
    }
  });
});
