import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'node:querystring';

/** `__Host-` binds the cookie to this host and to TLS; browsers refuse it on plain http. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-kring' : 'kring');

export type PresentedToken = { token: string; by: 'cookie' | 'bearer' };

/** The token a request or handshake carries: `Authorization: Bearer`, else the cookie. */
export function presentedToken(headers: IncomingHttpHeaders, secure: boolean): PresentedToken | null {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(headers.authorization ?? '');
  if (bearer) return { token: bearer[1]!, by: 'bearer' };
  const cookies = parse(headers.cookie ?? '', '; ', '=');
  const cookie = cookies[sessionCookie(secure)];
  return typeof cookie === 'string' && cookie ? { token: cookie, by: 'cookie' } : null;
}
