import { existsSync, readFileSync } from 'node:fs';
import { say, step } from './console.mjs';
import { run } from './processes.mjs';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const DEBIAN_PACKAGES = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'];

/** @returns the path of a Chromium that runs, installed if it can be; undefined after saying what to do */
export async function chromium() {
  const path = (await findChromium()) ?? (await installChromium());
  if (!path)
    say(
      'The browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    );
  return path;
}

async function findChromium() {
  for (const path of PLACES)
    if (path && existsSync(path) && (await run(path, ['--version'], { quiet: true })).code === 0) return path;
  return undefined;
}

async function installChromium() {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  return step('Installing Chromium for the browser tests', async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', ...DEBIAN_PACKAGES],
    ]) {
      const { code, stderr } = await run('apt-get', args, { quiet: true, env });
      if (code !== 0) say(stderr.trim());
    }
    return findChromium();
  });
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
