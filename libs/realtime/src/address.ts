import type { IncomingMessage } from 'node:http';

/** Where a request comes from, believing as many entries of `X-Forwarded-For` as there are proxies. */
export function addressOf({ socket, headers }: IncomingMessage, proxies: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const hops = [...forwarded, socket.remoteAddress ?? ''];
  return hops.at(-1 - proxies) ?? hops[0]!;
}
