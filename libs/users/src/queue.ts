import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '#platform';

/** One of one kind a second. A guesser gets nowhere so; a person hardly notices. */
const EVERY_MS = 1_000;
/** Longer than this nobody looks at a button that does nothing. */
const LONGEST_WAIT_MS = 10_000;

/** Lets things of one kind happen one after the other. */
export class Queue {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly next = new Map<string, number>();

  inTurn<T>(kind: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(kind) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.last.set(kind, turn);
    const leave = () => {
      if (this.last.get(kind) === turn) this.last.delete(kind);
    };
    turn.then(leave, leave);
    return turn;
  }

  /**
   * Returns when it is the next one's turn, at most one a second.
   * @throws Problem too-many-requests when that would be too late
   */
  async pace(kind: string): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.next.get(kind) ?? 0);
    const wait = at - now;
    if (wait > LONGEST_WAIT_MS)
      throw new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(wait / 1000) });
    const mine = at + EVERY_MS;
    this.next.set(kind, mine);
    if (wait > 0) await pause(wait);
    setTimeout(() => {
      if (this.next.get(kind) === mine) this.next.delete(kind);
    }, EVERY_MS).unref();
  }
}
