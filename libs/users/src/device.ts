import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { hashOfToken, newToken } from './tokens.ts';

/** What a log-in came from, for people to recognise their own sessions. */
export interface Device {
  address: string;
  userAgent: string | null;
  /** What this browser keeps so that we know it again; of a new one, what it will keep. */
  token: string;
}

const TOKEN = /^[\w-]{43}$/;

/** `__Host-` as for the session. */
export const deviceCookie = (secure: boolean): string => (secure ? '__Host-kring-device' : 'kring-device');

/** The address is the one that TRUSTED_PROXIES lets us believe. */
export const CurrentDevice = createParamDecorator((_: unknown, context: ExecutionContext): Device => {
  const { ip, headers, cookies } = context.switchToHttp().getRequest<FastifyRequest>();
  const userAgent = headers['user-agent']?.replace(/\p{Cc}/gu, '').slice(0, 300);
  const kept = cookies[deviceCookie(true)] ?? cookies[deviceCookie(false)] ?? '';
  return { address: ip, userAgent: userAgent || null, token: TOKEN.test(kept) ? kept : newToken() };
});

export const hashOfDevice = ({ token }: Device): Buffer => hashOfToken(token);
