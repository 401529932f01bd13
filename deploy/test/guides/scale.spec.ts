import { Community, Load } from '../community.ts';
import { docker, mustDocker } from '../docker.ts';
import { Guide } from '../guide.ts';
import { Screen } from '../screen.ts';
import { Site } from '../site.ts';

const guide = new Guide('scale');
let site: Site;
let community: Community;
beforeAll(async () => {
  site = await Site.init();
  await site.up();
  await site.setUp();
  community = await Community.on(site);
  await community.post('toen het er een was');
});
afterAll(Screen.closeAll);
afterAll(Site.removeAll);

/** As the kernel does when memory runs out: all at once, without a word. */
const killProcessesOf = (container: string) => docker(['exec', container, 'sh', '-c', 'kill -9 -1']);
const restartsOf = async (container: string) =>
  Number(await mustDocker(['inspect', '-f', '{{.RestartCount}}', container]));

test('one server becomes two web processes and two workers, with all that was there', async () => {
  await guide.must(
    site,
    "printf '%s\\n' COMPOSE_PROFILES=scale KRING_ROLE=web KRING_WEBS=2 KRING_WORKERS=2 REDIS_URL=redis://redis:6379 >> .env",
  );
  await guide.must(site, 'docker compose up -d');
  const shown = await guide.must(site, 'docker compose ps');
  expect(shown.match(/-(kring|worker|redis)-\d/g)?.sort()).toEqual(
    ['-kring-1', '-kring-2', '-redis-1', '-worker-1', '-worker-2'].sort(),
  );
  await guide.must(site, 'docker stats --no-stream');
  await site.ready();
  expect(await community.texts()).toEqual(['toen het er een was']);
});

test('one of each killed while people write: no post is lost or there twice, and it goes on for who looks on', async () => {
  const reader = await Screen.of(site);
  await reader.threads(`/communities/${community.id}`, 'toen het er een was');
  const load = new Load(community);
  await load.more(20);
  const [web] = (await site.containers('kring')) as [string];
  const [worker] = (await site.containers('worker')) as [string];
  await killProcessesOf(web);
  await load.more(20);
  await killProcessesOf(worker);
  await load.more(20);
  const accepted = await load.stop();
  console.info(`${accepted.length} posts, ${load.refusals} of them tried again`);

  expect((await community.texts()).sort()).toEqual([...accepted, 'toen het er een was'].sort());
  await community.post('en verder');
  await reader.page.getByText('en verder', { exact: true }).first().waitFor();
  expect(await reader.page.getByText(accepted.at(-1)!, { exact: true }).count()).toBe(1);
  await reader.keep('after-the-kill');
  for (const killed of [web, worker]) expect(await restartsOf(killed)).toBeGreaterThan(0);
});

test('a new server may begin like that', async () => {
  const another = await Site.checkout();
  await guide.must(another, './kring-init --scale', { input: 'kring.example.nl\ninternal\n' });
  const { services } = JSON.parse(await another.must('docker compose config --format json'));
  expect(Object.keys(services)).toEqual(expect.arrayContaining(['redis', 'worker']));
  expect(services.kring.environment).toMatchObject({ KRING_ROLE: 'web', REDIS_URL: 'redis://redis:6379' });
});

test('every command of the guide was tried', () => expect(guide.untried).toEqual([]));
