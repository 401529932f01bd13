import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const packages: Array<
  [path: string, entry: { version?: string; resolved?: string; integrity?: string; optional?: boolean }]
> = Object.entries(lock.packages);

/** The oldest versions without a published advisory that matters here, whoever brings them in. */
const FLOORS: Record<string, string> = {
  fastify: '5.8.5',
  '@nestjs/platform-fastify': '11.1.24',
  '@fastify/multipart': '9.0.3',
  'socket.io-parser': '4.2.6',
  'engine.io': '6.1.1',
  ws: '8.20.1',
  typeorm: '0.3.26',
  'markdown-it': '14.1.1',
  dompurify: '3.1.3',
  multer: '2.0.2',
  mailparser: '3.9.3',
  nodemailer: '7.0.7',
  'xml-crypto': '6.0.1',
};

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** A version before a release (`8.20.1-rc.1`) is below it. */
function isBelow(version: string, floor: string): boolean {
  const [numbers = '', early] = version.split('-', 2);
  const ours = numbers.split('.').map(Number);
  const least = floor.split('.').map(Number);
  const place = least.findIndex((part, at) => ours[at] !== part);
  return place < 0 ? early !== undefined : !(ours[place]! > least[place]!);
}

test.each([
  ['8.20.0', true],
  ['8.20.1', false],
  ['8.20.1-rc.1', true],
  ['8.21.0-rc.1', false],
  ['8.100.0', false],
  ['10.0.0', false],
  ['7.99.9', true],
])('%s is below 8.20.1: %s', (version, below) => {
  expect(isBelow(version, '8.20.1')).toBe(below);
});

test('no package is older than the fixes of its advisories, at any depth', () => {
  const old = packages.filter(([path, { version }]) => {
    const floor = FLOORS[nameOf(path)];
    return floor && version && isBelow(version, floor);
  });
  expect(old.map(([path, { version }]) => `${path} ${version}`)).toEqual([]);
});

// Of programs for other platforms the lock file knows the version only.
test('every package is pinned to its content, and to no registry', () => {
  const installed = packages.filter(([path, entry]) => path.startsWith('node_modules/') && !entry.optional);
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  expect(packages.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});
