import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How keys and tokens that somebody could use begin. */
const SECRETS = [
  '-----BEGIN ([A-Z]+ )?PRIVATE KEY',
  'AKIA[0-9A-Z]{16}',
  'gh[pousr]_[A-Za-z0-9]{30}',
  'glpat-[A-Za-z0-9_-]{20}',
  'xox[abprs]-[A-Za-z0-9-]{10}',
  'npm_[A-Za-z0-9]{36}',
  'sk_live_[A-Za-z0-9]{16}',
  'eyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}',
  '_authToken *=',
];

test('no file of the repository holds a secret', () => {
  const found = git(
    'grep',
    '-nIE',
    ...SECRETS.flatMap((secret) => ['-e', secret]),
    '--',
    ':!scripts/secrets.spec.ts',
  );
  expect(found).toBe('');
});

test('no file that holds secrets is in the repository', () => {
  const files = git(
    'ls-files',
    '*.pem',
    '*.key',
    '*.p12',
    '.env',
    '.env.*',
    '.npmrc',
    '**/.npmrc',
    'id_rsa*',
  );
  expect(files).toBe('');
});

function git(...args: string[]): string {
  try {
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    // `git grep` that finds nothing says so by 1.
    const { status, stdout } = error as { status: number; stdout: string };
    if (status === 1) return stdout.trim();
    throw error;
  }
}
