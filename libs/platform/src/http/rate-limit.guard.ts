import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { Settings } from '../config/settings.ts';
import { Limits } from '../redis/limits.ts';
import { networkOf } from './network-of.ts';
import { Problem } from './problem.ts';

const OWN_LIMITS = 'kring:own-limits';

/** For a route that counts for itself: one address may be a whole company. */
export const OwnLimits = () => SetMetadata(OWN_LIMITS, true);

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** So many requests a minute for each person; for each address where nobody is logged in. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly reads: RateLimiterAbstract;
  private readonly writes: RateLimiterAbstract;
  private readonly off: boolean;

  constructor(
    { REQUESTS_PER_MINUTE }: Settings,
    limits: Limits,
    private readonly reflector: Reflector,
  ) {
    this.off = REQUESTS_PER_MINUTE === 0;
    this.reads = limits.of({ name: 'reads', points: Math.max(1, REQUESTS_PER_MINUTE), duration: 60 });
    this.writes = limits.of({
      name: 'writes',
      points: Math.max(1, Math.ceil(REQUESTS_PER_MINUTE / 10)),
      duration: 60,
    });
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.off || context.getType() !== 'http') return true;
    if (this.reflector.get<boolean>(OWN_LIMITS, context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { viewer?: { userId: string } }>();
    const limiter = READS.has(request.method) ? this.reads : this.writes;
    await consume(limiter, request.viewer?.userId ?? networkOf(request.ip));
    return true;
  }
}

/** @throws Problem too-many-requests, which says after how many seconds to come back. */
export async function consume(limiter: RateLimiterAbstract, key: string, points = 1): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    throw new Problem('too-many-requests', {
      retryAfterSeconds: Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000),
    });
  }
}
