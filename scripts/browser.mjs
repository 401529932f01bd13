import { existsSync } from 'node:fs';
import { say } from './console.mjs';
import { installPackages } from './debian.mjs';
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
  const path =
    (await findChromium()) ??
    ((await installPackages('Chromium for the browser tests', DEBIAN_PACKAGES))
      ? await findChromium()
      : undefined);
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
