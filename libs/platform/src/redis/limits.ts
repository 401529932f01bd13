import { Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { Redis } from './redis.ts';

export interface Limit {
  /** Unique in the program. */
  name: string;
  points: number;
  /** Seconds. */
  duration: number;
}

/** Counts for all processes together when there is Redis; for each by itself when not, or while it is away. */
@Injectable()
export class Limits {
  constructor(private readonly redis: Redis) {}

  of({ name, points, duration }: Limit): RateLimiterAbstract {
    const alone = new RateLimiterMemory({ keyPrefix: name, points, duration });
    if (!this.redis.client) return alone;
    return new RateLimiterRedis({
      storeClient: this.redis.client,
      keyPrefix: this.redis.named(name),
      points,
      duration,
      rejectIfRedisNotReady: true,
      insuranceLimiter: alone,
    });
  }
}
