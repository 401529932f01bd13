import type { FastifyRequest } from 'fastify';
import type { WalPosition } from '../database/replicas/replica.ts';

/** Up to where a reader wrote: browsers bring it back by themselves, other clients as a header. */
export const WRITTEN_HEADER = 'Kring-Written';
const COOKIE = 'kring-written';
/** A replica that is further behind is not asked anyway. */
const COOKIE_SECONDS = 10;

export const writtenCookie = (wal: WalPosition, secure: boolean): string =>
  `${COOKIE}=${wal}; Max-Age=${COOKIE_SECONDS}; Path=/api; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/**
 * What an answer to this request must hold of what its sender wrote. Null when they cannot tell: a program with a
 * token keeps no cookies, and reads from the primary unless it says.
 */
export function writtenBy({ headers }: FastifyRequest): WalPosition | null {
  const said = headers[WRITTEN_HEADER.toLowerCase()] ?? fromCookie(headers.cookie);
  if (typeof said === 'string' && /^\d{1,15}$/.test(said)) return Number(said);
  return headers.authorization === undefined ? 0 : null;
}

const fromCookie = (cookies = ''): string | undefined =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=(\\d+)`).exec(cookies)?.[1];
