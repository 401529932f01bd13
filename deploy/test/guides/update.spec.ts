import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Community, Load } from '../community.ts';
import { mustDocker, RUN } from '../docker.ts';
import { Guide } from '../guide.ts';
import { Site } from '../site.ts';

const guide = new Guide('update');
const VERSION = /^ARG VERSION=.*$/m;
afterAll(Site.removeAll);

const versionOf = (container: string) =>
  mustDocker(['inspect', '-f', '{{index .Config.Labels "org.opencontainers.image.version"}}', container]);

test('a newer version takes over while people write: nothing is lost, and what is not needed goes', async () => {
  const upstream = await Site.checkout();
  const commit = 'git -c user.name=Ada -c user.email=ada@example.nl commit -q --allow-empty';
  await upstream.must(`git init -q -b main && git add -A && ${commit} -m first`);
  const site = await Site.cloneOf(upstream);
  site.env.KRING_IMAGE = `kring:${RUN}-update`;
  await site.must('./kring-init --host kring.example.nl --tls internal --yes');
  await site.must('docker compose up -d');
  await site.ready();
  await site.setUp();
  const community = await Community.on(site);
  await community.post('voor de update');
  const [old] = (await site.containers('kring')) as [string];
  const oldImage = await mustDocker(['inspect', '-f', '{{.Image}}', old]);

  const dockerfile = join(upstream.folder, 'Dockerfile');
  await writeFile(dockerfile, (await readFile(dockerfile, 'utf8')).replace(VERSION, 'ARG VERSION=99.0.0'));
  await upstream.must(`${commit} -a -m next`);

  const load = new Load(community);
  await load.more(5);
  await guide.must(site, 'docker compose exec backup kring backup --to /backups');
  await guide.must(site, 'git pull');
  await guide.must(site, 'docker compose build');
  await guide.must(site, 'docker compose run --rm migrate');
  await guide.must(site, 'docker compose up -d');
  await guide.must(site, 'docker compose exec caddy caddy reload --force --config /etc/caddy/Caddyfile');
  await load.more(5);
  const accepted = await load.stop();
  await guide.must(site, 'docker image prune -f --filter label=org.opencontainers.image.title=Kring');

  const [current] = (await site.containers('kring')) as [string];
  expect(current).not.toBe(old);
  expect(await versionOf(current)).toBe('99.0.0');
  await expect(mustDocker(['image', 'inspect', oldImage])).rejects.toThrow(/No such image/);
  expect((await community.texts()).sort()).toEqual([...accepted, 'voor de update'].sort());
  console.info(`${accepted.length} posts during the update, ${load.refusals} tried again`);
});

test('every command of the guide was tried', () => expect(guide.untried).toEqual([]));
