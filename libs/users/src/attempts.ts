import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { Limits, networkOf, Problem } from '#platform';
import { Queue } from './queue.ts';

const WINDOW_SECONDS = 15 * 60;

/** Who is trying, and at what. */
export interface Attempt {
  /** What is guessed at; that of nobody counts like that of somebody. */
  account: string;
  address: string;
  /** Set for a browser in which this very account was logged in before: its name for it, that nobody else has. */
  device?: string;
}

/**
 * Slows down guessing, and keeps nobody out of their own account: a device that has been in before has a count of
 * its own, whatever others do from the same network or at the same account. Tries of one kind are made one after
 * the other, so that many at once do not slip through. Accounts that do not exist are counted like those that do.
 */
@Injectable()
export class Attempts {
  /** One account from one device that knows it. */
  private readonly onDevice: RateLimiterAbstract;
  /** One account from one network: whoever guesses is stopped, the owner elsewhere is not. */
  private readonly fromOnePlace: RateLimiterAbstract;
  /** One account from everywhere. */
  private readonly onAccount: RateLimiterAbstract;
  /** One network at any accounts. It may be a whole company behind a proxy, so it has to wait and is not shut out. */
  private readonly fromNetwork: RateLimiterAbstract;
  private readonly queue = new Queue();

  constructor(limits: Limits) {
    const failures = (name: string, points: number) => limits.of({ name, points, duration: WINDOW_SECONDS });
    this.onDevice = failures('log-in-on-device', 10);
    this.fromOnePlace = failures('log-in-from-one-place', 10);
    this.onAccount = failures('log-in-on-account', 100);
    this.fromNetwork = failures('log-in-from-network', 100);
  }

  /**
   * `attempt` answers null when it was wrong.
   * @throws Problem too-many-requests, the same whether the account exists or not
   */
  make<T>({ account, address, device }: Attempt, attempt: () => Promise<T | null>): Promise<T | null> {
    return device
      ? this.fromKnownDevice(`${device} ${account}`, attempt)
      : this.fromAnywhere(networkOf(address), account, attempt);
  }

  private fromKnownDevice<T>(device: string, attempt: () => Promise<T | null>): Promise<T | null> {
    return this.queue.inTurn(device, async () => {
      await refuseTooMany(this.onDevice, device);
      const result = await attempt();
      if (result === null) await this.onDevice.penalty(device);
      else await this.onDevice.delete(device);
      return result;
    });
  }

  private fromAnywhere<T>(
    network: string,
    account: string,
    attempt: () => Promise<T | null>,
  ): Promise<T | null> {
    const place = `${network} ${account}`;
    return this.queue.inTurn(place, async () => {
      await refuseTooMany(this.fromOnePlace, place);
      await refuseTooMany(this.onAccount, account);
      if (await isUsedUp(this.fromNetwork, network)) await this.queue.pace(network);
      const result = await attempt();
      if (result !== null) await this.fromOnePlace.delete(place);
      else
        await Promise.all([
          this.fromOnePlace.penalty(place),
          this.onAccount.penalty(account),
          this.fromNetwork.penalty(network),
        ]);
      return result;
    });
  }
}

async function isUsedUp(limiter: RateLimiterAbstract, key: string): Promise<boolean> {
  const counted = await limiter.get(key);
  return counted !== null && counted.consumedPoints >= limiter.points;
}

async function refuseTooMany(limiter: RateLimiterAbstract, key: string): Promise<void> {
  const counted = await limiter.get(key);
  if (counted && counted.consumedPoints >= limiter.points)
    throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(counted.msBeforeNext / 1000) });
}
