// What the container does: `server`, `web`, `worker`, or any command of the CLI (`migrate`, `backup`, `doctor`, …).
const [what = 'server', ...rest] = process.argv.slice(2);
const ROLES = { server: process.env.KRING_ROLE || 'all', web: 'web', worker: 'worker' };

if (what in ROLES) {
  process.env.KRING_ROLE = ROLES[what];
  await import('../dist/apps/server/src/main.js');
} else {
  process.argv = [process.argv[0], 'kring', what, ...rest];
  await import('../dist/apps/cli/src/main.js');
}
