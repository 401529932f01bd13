import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What a log-in came from, for people to recognise their own sessions. */
export interface Device {
  address: string;
  userAgent: string | null;
}

/** The address is the one that TRUSTED_PROXIES lets us believe. */
export const CurrentDevice = createParamDecorator((_: unknown, context: ExecutionContext): Device => {
  const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const userAgent = headers['user-agent']?.replace(/\p{Cc}/gu, '').slice(0, 300);
  return { address: ip, userAgent: userAgent || null };
});
