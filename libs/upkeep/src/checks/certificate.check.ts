import { isIP } from 'node:net';
import { checkServerIdentity, connect, type DetailedPeerCertificate } from 'node:tls';
import type { Check } from '../check.ts';
import { duration, type Finding, ok } from '../finding.ts';

const LONGEST_MS = 5_000;
const DAY = 86_400;
/** Less than a quarter of its life, as renewing begins at a third; for those of a year two weeks will do. */
const late = (life: number): number => Math.min(14 * DAY, life / 4);

const OTHER_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';

interface Seen {
  certificate: DetailedPeerCertificate;
  /** Why a browser on this machine would not trust it. */
  refused: string | null;
}

/** The certificate that people's browsers get. */
export const certificateCheck: Check = {
  name: 'certificate',
  async examine({ settings }) {
    if (!settings.secure)
      return [ok('certificate.none', 'KRING_ORIGIN is not https: there is none to look at.')];
    const { hostname, port } = new URL(settings.origin);
    const host = hostname.replace(/^\[|\]$/g, '');
    try {
      return judge(await ask(host, Number(port || 443)), host);
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
      return [
        {
          code: 'certificate.not-reached',
          level: 'warning',
          says: `${settings.origin} does not answer this machine (${why}), so its certificate was not seen.`,
          remedy:
            'Look whether people reach it. From inside a container the way back may be closed: ask from the host.',
        },
      ];
    }
  },
};

function ask(host: string, port: number): Promise<Seen> {
  return new Promise((done, failed) => {
    const servername = isIP(host) ? undefined : host;
    const socket = connect({ host, port, servername, rejectUnauthorized: false, timeout: LONGEST_MS });
    socket.once('secureConnect', () => {
      const refused = socket.authorized ? null : String(socket.authorizationError);
      done({ certificate: socket.getPeerCertificate(true), refused });
      socket.destroy();
    });
    socket.once('timeout', () => socket.destroy(new Error('time-out')));
    socket.once('error', failed);
  });
}

function judge({ certificate, refused }: Seen, host: string): Finding[] {
  const [from, to] = [Date.parse(certificate.valid_from), Date.parse(certificate.valid_to)];
  const left = (to - Date.now()) / 1000;
  const values = { seconds: left };
  if (left < 0)
    return [
      {
        code: 'certificate.expired',
        level: 'failure',
        says: `The certificate of ${host} ended ${duration(-left)} ago: browsers refuse it.`,
        remedy: 'Renew it; with Caddy look into the log of the service "caddy" for why it could not.',
        values,
      },
    ];
  const found: Finding[] = [];
  if (checkServerIdentity(host, certificate))
    found.push({
      code: 'certificate.other-name',
      level: 'failure',
      says: `The certificate is not for ${host}.`,
      remedy: 'Get one for that name, or correct KRING_ORIGIN.',
    });
  if (refused && refused !== OTHER_NAME)
    found.push({
      code: 'certificate.not-trusted',
      level: 'warning',
      says: `This machine does not trust the certificate of ${host} (${refused}).`,
      remedy:
        "With an authority of your own that is right, as long as people's computers know it. Else send the whole chain.",
    });
  if (left < late((to - from) / 1000))
    found.push({
      code: 'certificate.ends-soon',
      level: 'warning',
      says: `The certificate of ${host} ends in ${duration(left)}, and should have been renewed by now.`,
      remedy: 'Renew it; with Caddy look into the log of the service "caddy" for why it could not.',
      values,
    });
  return found.length > 0
    ? found
    : [ok('certificate.fine', `The certificate of ${host} is good for ${duration(left)}.`)];
}
