import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Community } from '../community.ts';
import { mustDocker, RUN } from '../docker.ts';
import { Guide } from '../guide.ts';
import { HOST, Site } from '../site.ts';

const guide = new Guide('install');
const RELOAD = 'docker compose exec caddy caddy reload --force --config /etc/caddy/Caddyfile';
afterAll(Site.removeAll);

describe('from a clean checkout', () => {
  test('inside the company: three commands, then it is set up over HTTPS and somebody posts', async () => {
    const site = await Site.checkout();
    site.env.KRING_IMAGE = `kring:${RUN}-install`; // not there: Compose builds it
    await guide.must(site, './kring-init --host kring.example.nl --tls internal --yes');
    await guide.must(site, 'docker compose up -d');
    const link = await guide.must(site, 'docker compose logs kring | grep setup');
    expect(link).toContain(`${site.origin}/setup#code=`);
    await guide.must(
      site,
      'docker compose cp caddy:/data/caddy/pki/authorities/local/root.crt kring-root.crt',
    );
    site.door.trust(await readFile(join(site.folder, 'kring-root.crt'), 'utf8'));
    await site.setUp(link);
    const community = await Community.on(site);
    await community.post('goedemorgen');
    expect(await community.texts()).toEqual(['goedemorgen']);

    const bill = JSON.parse(await guide.must(site, 'docker compose exec kring cat sbom.cdx.json'));
    expect(bill.bomFormat).toBe('CycloneDX');
    await guide.must(site, 'docker compose run --rm migrate');
    await guide.must(site, 'docker compose stop');
    const states = await site.must("docker compose ps -a --format '{{.Service}} {{.State}} {{.ExitCode}}'");
    for (const state of states.split('\n')) expect(state).toMatch(/ exited 0$/);
    await guide.must(site, 'docker compose down -v');
    expect(await mustDocker(['volume', 'ls', '-q', '--filter', `name=^${site.project}`])).toBe('');
    await site.remove();
  });

  test('in public: an authority that speaks ACME comes to look, and gives the certificate', async () => {
    const site = await Site.checkout();
    await guide.must(site, './kring-init --host kring.example.nl --tls public --yes');
    expect(await readFile(join(site.folder, '.env'), 'utf8')).toMatch(/^KRING_TLS=$/m);
    // Let's Encrypt does not come here; another Caddy plays its part, with all of the protocol.
    const authority = '/acme/caddy/pki/authorities/local/root.crt';
    site.env.KRING_TLS = `tls {\n ca https://acme.example/acme/local/directory\n ca_root ${authority}\n }`;
    await site.alter(withAuthority());
    await site.must('docker compose up -d --no-build acme');
    await guide.must(site, 'docker compose up -d');
    site.door.trust(
      await site.must(`docker compose exec -T acme cat /data${authority.slice('/acme'.length)}`),
    );
    await site.ready();
    await site.setUp();
    await site.remove();
  });

  test('with a certificate of their own, also when it is renewed', async () => {
    const site = await Site.checkout();
    await guide.must(site, './kring-init --host kring.example.nl --tls given --yes');
    await certify(site);
    await guide.must(site, 'cp fullchain.pem certificates/cert.pem');
    await guide.must(site, 'cp privkey.pem certificates/key.pem');
    await guide.must(site, 'docker compose up -d');
    await site.ready();
    await certify(site);
    await site.must('cp fullchain.pem certificates/cert.pem && cp privkey.pem certificates/key.pem');
    await guide.must(site, RELOAD);
    await site.ready();
    await site.remove();
  });
});

describe('kring-init', () => {
  test('asks for what it is not told', async () => {
    const site = await Site.checkout();
    const said = await guide.must(site, './kring-init', { input: 'kring.example.nl\ninternal\n' });
    expect(said).toMatch(/Which name[\s\S]*Certificate[\s\S]*Written: \.env and secrets\//);
    expect((await stat(join(site.folder, 'secrets'))).mode & 0o777).toBe(0o700);
    await site.remove();
  });
});

test('every command of the guide was tried', () => expect(guide.untried).toEqual([]));

/** A certificate that its holder signed: whoever trusts it trusts nothing else. */
async function certify(site: Site): Promise<void> {
  const subject = ['-subj', `/CN=${HOST}`, '-addext', `subjectAltName=DNS:${HOST}`];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', 'privkey.pem', '-nodes'];
  const { status, stderr } = spawnSync(
    'openssl',
    ['req', '-x509', '-days', '2', ...key, ...subject, '-out', 'fullchain.pem'],
    { cwd: site.folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  site.door.trust(await readFile(join(site.folder, 'fullchain.pem'), 'utf8'));
}

function withAuthority(): object {
  const caddyfile = '{\n skip_install_trust\n}\nacme.example {\n tls internal\n acme_server\n}\n';
  return {
    services: {
      caddy: { networks: { edge: { aliases: [HOST] } }, volumes: ['acme:/acme:ro'] },
      acme: {
        image: process.env.CADDY_IMAGE ?? 'caddy:2',
        command: [
          'sh',
          '-c',
          `printf '${caddyfile.replaceAll('\n', '\\n')}' > /tmp/Caddyfile && exec caddy run --config /tmp/Caddyfile --adapter caddyfile`,
        ],
        networks: { edge: { aliases: ['acme.example'] } },
        volumes: ['acme:/data'],
      },
    },
    volumes: { acme: {} },
  };
}
