import { readFileSync } from 'node:fs';
import { say, step } from './console.mjs';
import { run } from './processes.mjs';

/** Installs packages where that is ours to do: as root on a Debian. @returns whether it was tried */
export async function installPackages(what, packages) {
  if (process.getuid?.() !== 0 || !isDebian()) return false;
  await step(`Installing ${what}`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', ...packages],
    ]) {
      const { code, stderr } = await run('apt-get', args, { quiet: true, env });
      if (code !== 0) say(stderr.trim());
    }
  });
  return true;
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
