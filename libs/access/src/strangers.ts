import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { Limits, networkOf, Problem, Settings } from '#platform';

/**
 * Counts wrong tokens by the network they come from, before anybody looks for them in the database. Whom this
 * process knows already goes on, so that one who guesses does not shut out a company behind one address.
 */
@Injectable()
export class Strangers {
  private readonly limiter: RateLimiterAbstract;
  private readonly off: boolean;

  constructor({ REQUESTS_PER_MINUTE }: Settings, limits: Limits) {
    this.off = REQUESTS_PER_MINUTE === 0;
    const points = Math.max(1, Math.ceil(REQUESTS_PER_MINUTE / 10));
    this.limiter = limits.of({ name: 'wrong-tokens', points, duration: 60 });
  }

  async areTooMany(address: string): Promise<boolean> {
    if (this.off) return false;
    const counted = await this.limiter.get(networkOf(address));
    return counted !== null && counted.consumedPoints >= this.limiter.points;
  }

  async count(address: string): Promise<void> {
    if (!this.off) await this.limiter.penalty(networkOf(address));
  }

  async refusal(address: string): Promise<Problem> {
    const counted = await this.limiter.get(networkOf(address));
    return new Problem('too-many-requests', {
      retryAfterSeconds: Math.max(1, Math.ceil((counted?.msBeforeNext ?? 0) / 1000)),
    });
  }
}
