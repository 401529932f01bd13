import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { Limits, Problem } from '#platform';

const WINDOW_SECONDS = 15 * 60;

/**
 * Slows down guessing. Tries at one account from one place are made one after the other, so that many at once
 * do not slip through. Accounts that do not exist are counted like those that do.
 */
@Injectable()
export class Attempts {
  /** One account from one network: whoever guesses is stopped, the owner elsewhere is not. */
  private readonly fromOnePlace: RateLimiterAbstract;
  /** One account from everywhere. */
  private readonly onAccount: RateLimiterAbstract;
  /** One network at any accounts. */
  private readonly fromNetwork: RateLimiterAbstract;
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(limits: Limits) {
    const failures = (name: string, points: number) => limits.of({ name, points, duration: WINDOW_SECONDS });
    this.fromOnePlace = failures('log-in-from-one-place', 10);
    this.onAccount = failures('log-in-on-account', 100);
    this.fromNetwork = failures('log-in-from-network', 100);
  }

  /**
   * `attempt` answers null when it was wrong.
   * @throws Problem too-many-requests, the same whether the account exists or not
   */
  async make<T>(account: string, address: string, attempt: () => Promise<T | null>): Promise<T | null> {
    const network = networkOf(address);
    const place = `${network} ${account}`;
    const counts = [
      { limiter: this.fromNetwork, key: network },
      { limiter: this.fromOnePlace, key: place },
      { limiter: this.onAccount, key: account },
    ];
    return this.inTurn(place, async () => {
      for (const { limiter, key } of counts) await refuseTooMany(limiter, key);
      const result = await attempt();
      if (result === null) await Promise.all(counts.map(({ limiter, key }) => limiter.penalty(key)));
      else await this.fromOnePlace.delete(place);
      return result;
    });
  }

  private inTurn<T>(place: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(place) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.queues.set(place, turn);
    const leave = () => {
      if (this.queues.get(place) === turn) this.queues.delete(place);
    };
    turn.then(leave, leave);
    return turn;
  }
}

async function refuseTooMany(limiter: RateLimiterAbstract, key: string): Promise<void> {
  const counted = await limiter.get(key);
  if (counted && counted.consumedPoints >= limiter.points)
    throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(counted.msBeforeNext / 1000) });
}

/** Whoever has one IPv6 address usually has 2^64 of them. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  const [head = '', tail = ''] = address.split('::');
  const first = head ? head.split(':') : [];
  const last = tail ? tail.split(':') : [];
  const zeros = address.includes('::') ? Array(Math.max(0, 8 - first.length - last.length)).fill('0') : [];
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
