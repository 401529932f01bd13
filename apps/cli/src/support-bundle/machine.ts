import { arch, cpus, freemem, platform, release, totalmem } from 'node:os';
import { KRING_VERSION, type Settings } from '#platform';

/** No name of the machine and none of a user. */
export function machine(settings: Settings | null) {
  return {
    at: new Date().toISOString(),
    kring: KRING_VERSION,
    node: process.version.slice(1),
    system: `${platform()} ${release()} ${arch()}`,
    container: process.env.KRING_IN_CONTAINER === '1',
    processors: cpus().length,
    memory: { total: totalmem(), free: freemem() },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    role: settings?.KRING_ROLE ?? null,
  };
}
