import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { apiOf, type Kring, startKring } from '#server-testing';
import { type TestRedis, testRedis } from '#testing';
import { Scrape } from './exposition.ts';

const FOLDER = join(import.meta.dirname, '../../../../deploy/monitoring');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

let kring: Kring;
let redis: TestRedis;
let scrape: Scrape;
beforeAll(async () => {
  redis = await testRedis();
  kring = await startKring({ settings: { REDIS_URL: redis.url } });
  scrape = new Scrape((await apiOf(kring.origin).get('//metrics')).body);
});
afterAll(async () => {
  await kring.stop();
  await redis.kill();
});

/** Every name of a metric in a query. `up` is Prometheus' own. */
const metricsIn = (query: string): string[] => query.match(/\b(?:kring|nodejs|process)_\w+/g) ?? [];

/** Every label that a query asks for or groups by. */
const labelsIn = (query: string): string[] => [
  ...[...query.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label]) => label!),
  ...[...query.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, labels]) => labels!.split(/,\s*/)),
];

const FROM_PROMETHEUS = ['job', 'instance', 'le'];
const known = () =>
  new Set([...FROM_PROMETHEUS, ...scrape.samples.flatMap(({ labels }) => Object.keys(labels)), ...DECLARED]);
/** Of counters that have counted nothing yet. */
const DECLARED = ['type', 'part', 'level', 'result', 'what', 'counter', 'status', 'method', 'route'];

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; remedy: string };
}
const rules = () =>
  (load(read('alerts.yml')) as { groups: Array<{ rules: Rule[] }> }).groups.flatMap((group) => group.rules);

interface Panel {
  title: string;
  type: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: Array<{ expr: string }>;
}
const panels = () => (JSON.parse(read('grafana-dashboard.json')) as { panels: Panel[] }).panels;
const queries = () => [
  ...rules().map(({ expr }) => expr),
  ...panels().flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
];

test('every metric that an alert or a panel asks for is in a scrape, and every label', () => {
  expect(queries().length).toBeGreaterThan(50);
  const { names } = scrape;
  expect(
    queries()
      .flatMap(metricsIn)
      .filter((name) => !names.has(name)),
  ).toEqual([]);
  const labels = known();
  expect(
    queries()
      .flatMap(labelsIn)
      .filter((label) => !labels.has(label)),
  ).toEqual([]);
});

test('every metric of Kring is explained, and its name ends in its unit or says that it counts', () => {
  const ours = [...scrape.families].filter(([name]) => name.startsWith('kring_'));
  expect(ours.length).toBeGreaterThan(25);
  for (const [name, kind] of ours) expect([name, /_total$/.test(name)]).toEqual([name, kind === 'counter']);
  const page = readFileSync(join(FOLDER, '../../docs/admin/monitor.md'), 'utf8');
  expect(ours.map(([name]) => name).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test('every alert says how urgent it is, what is wrong and what to do; no two have one name', () => {
  for (const { alert, labels, annotations } of rules()) {
    expect(['page', 'ticket']).toContain(labels.severity);
    expect([alert, annotations.summary.length > 20, annotations.remedy.length > 10]).toEqual([
      alert,
      true,
      true,
    ]);
  }
  expect(new Set(rules().map(({ alert }) => alert)).size).toBe(rules().length);
});

test('panels of the dashboard do not lie on each other', () => {
  const taken = new Set<string>();
  for (const { title, gridPos } of panels())
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect([title, x < 24, taken.has(`${x}/${y}`)]).toEqual([title, true, false]);
        taken.add(`${x}/${y}`);
      }
});

/** Debian: apt-get install prometheus. Without it the files are parsed, and not judged. */
const PROMTOOL = [process.env.PROMTOOL_PATH ?? '', '/usr/bin/promtool', '/usr/local/bin/promtool'].find(
  existsSync,
);
const promtool = (args: string[], input?: string) =>
  execFileSync(PROMTOOL!, args, { cwd: FOLDER, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });

(PROMTOOL ? test : test.skip)('promtool takes rules, their tests, the example and a scrape', async () => {
  expect(promtool(['check', 'rules', 'alerts.yml'])).toContain('SUCCESS');
  expect(promtool(['test', 'rules', 'alerts.test.yml'])).toContain('SUCCESS');
  expect(promtool(['check', 'config', '--syntax-only', 'prometheus.yml'])).toContain('SUCCESS');
  const { body } = await apiOf(kring.origin).get('//metrics');
  // It dislikes names of Node's own metrics; ours it takes.
  const ours = body.split('\n').filter((line: string) => /^(# (HELP|TYPE) )?kring_/.test(line));
  expect(promtool(['check', 'metrics'], `${ours.join('\n')}\n`)).toBe('');
});

test('the example and the tests of the rules can be read', () => {
  expect(load(read('prometheus.yml'))).toMatchObject({ scrape_configs: [{ job_name: 'kring' }] });
  const tested = (load(read('alerts.test.yml')) as any).tests.flatMap((one: any) => one.alert_rule_test);
  const names = rules().map(({ alert }) => alert);
  expect(
    tested.map(({ alertname }: any) => alertname).filter((name: string) => !names.includes(name)),
  ).toEqual([]);
});
