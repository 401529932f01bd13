import { lookup as resolve } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.ts';
import { isPrivateAddress } from './private-address.ts';

/** From the name to the last byte. */
const LONGEST_MS = 10_000;
/** Nobody reads more of an answer than its status; the rest is not even received. */
const MOST_BYTES = 16 * 1024;

/** The address, or what it leads to, is not one that Kring sends to. Trying again does not help. */
export class ForbiddenAddress extends Error {}

export interface OutboundAnswer {
  status: number;
  /** What the answer asks to wait. */
  retryAfterSeconds: number | null;
}

/**
 * The one way out for addresses that people or their browsers gave. HTTPS to public addresses only: a name is
 * resolved once and the connection goes to the very address that was judged, so a name that answers differently
 * the next time gains nothing. Redirects are not followed. `ALLOWED_PRIVATE_HOSTS` names what is exempt.
 */
@Injectable()
export class Outbound {
  constructor(private readonly settings: Settings) {}

  /** @throws ForbiddenAddress for what `post` would refuse before resolving it */
  check(address: string): URL {
    const url = URL.parse(address);
    if (!url) throw new ForbiddenAddress('is no address');
    if (url.username || url.password) throw new ForbiddenAddress('must not carry a password');
    const allowed = this.isAllowed(url.hostname);
    if (url.protocol !== 'https:' && !(allowed && url.protocol === 'http:'))
      throw new ForbiddenAddress('must begin with https://');
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!allowed && isIP(literal) && isPrivateAddress(literal)) throw new ForbiddenAddress('is not public');
    return url;
  }

  /** @throws ForbiddenAddress, or what the network said */
  post(
    address: string,
    headers: Record<string, string | number>,
    body: Uint8Array | null,
  ): Promise<OutboundAnswer> {
    const url = this.check(address);
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    const signal = AbortSignal.timeout(LONGEST_MS);
    return new Promise((done, failed) => {
      const asked = request(
        url,
        { method: 'POST', headers, signal, agent: false, lookup: this.lookUp(url.hostname) },
        (answer) => {
          let bytes = 0;
          const end = () => {
            done({
              status: answer.statusCode ?? 0,
              retryAfterSeconds: secondsOf(answer.headers['retry-after']),
            });
            answer.destroy();
          };
          answer.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > MOST_BYTES) end();
          });
          answer.on('end', end);
          answer.on('error', failed);
        },
      );
      asked.on('error', failed);
      asked.end(body ?? undefined);
    });
  }

  private isAllowed(host: string): boolean {
    return this.settings.allowedPrivateHosts.has(host.toLowerCase());
  }

  private lookUp(host: string): LookupFunction {
    const allowed = this.isAllowed(host);
    return (name, options, answer) => {
      resolve(name, { ...options, all: true }, (error, addresses) => {
        if (error) return answer(error, []);
        const fit = addresses.filter(({ address }) => allowed || !isPrivateAddress(address));
        const [first] = fit;
        if (!first) return answer(new ForbiddenAddress(`${name} leads to no public address`), []);
        if (options.all) answer(null, fit);
        else answer(null, first.address, first.family);
      });
    };
  }
}

function secondsOf(header: string | undefined): number | null {
  if (!header) return null;
  const seconds = /^\d{1,6}$/.test(header)
    ? Number(header)
    : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}
