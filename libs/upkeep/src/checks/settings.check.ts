import { describedSettings } from '#platform';
import type { Check, Examined } from '../check.ts';
import { type Finding, ok } from '../finding.ts';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Of the environment, but no settings of the server. */
const OTHERS =
  /^KRING_(IN_CONTAINER|BACKUP_PASSPHRASE|IMAGE|HOST|TLS|HTTPS?_PORT|MEMORY|CERTIFICATES|BACKUPS|BACKUPS_KEPT|BACKUP_AT|BUILD_NETWORK|TEST_\w+)$/;

/** Whether they can be taken at all was found out before; this is about taking the wrong ones. */
export const settingsCheck: Check = {
  name: 'settings',
  async examine(kring) {
    const found = [...origin(kring), ...limits(kring), ...misspelled(kring)];
    return found.length > 0 ? found : [ok('settings.fine', 'Every setting is understood.')];
  },
};

function* origin({ settings }: Examined): Generator<Finding> {
  const { hostname } = new URL(settings.origin);
  if (!settings.secure && !LOOPBACK.test(hostname))
    yield {
      code: 'settings.no-tls',
      level: 'warning',
      says: 'People reach Kring without TLS: passwords and posts cross the network in the clear, and browsers refuse push messages and installing.',
      remedy: 'Put a proxy with a certificate before it and set KRING_ORIGIN to its https:// address.',
    };
  if (settings.secure && settings.TRUSTED_PROXIES === 0)
    yield {
      code: 'settings.proxy-unknown',
      level: 'warning',
      says: 'KRING_ORIGIN is https, so a proxy stands in front, but TRUSTED_PROXIES is 0: everybody counts as one address.',
      remedy: 'Set TRUSTED_PROXIES to the number of proxies.',
    };
}

function* limits({ settings }: Examined): Generator<Finding> {
  if (settings.REQUESTS_PER_MINUTE === 0)
    yield {
      code: 'settings.no-limit',
      level: 'warning',
      says: 'REQUESTS_PER_MINUTE is 0: one client can keep the server busy for everybody.',
      remedy: 'Leave it away, or set how many one person may send.',
    };
}

function* misspelled({ environment }: Examined): Generator<Finding> {
  const known = new Set(describedSettings().flatMap(({ name }) => [name, `${name}_FILE`]));
  const unknown = Object.keys(environment).filter(
    (name) => name.startsWith('KRING_') && !known.has(name) && !OTHERS.test(name.replace(/_FILE$/, '')),
  );
  if (unknown.length > 0)
    yield {
      code: 'settings.unknown',
      level: 'warning',
      says: `Nothing reads ${unknown.join(', ')}.`,
      remedy: 'Look for a misspelling: docs/configuration.md lists all settings.',
    };
}
