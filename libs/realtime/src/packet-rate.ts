import { PACKETS_A_SECOND, PACKETS_AT_ONCE } from './limits.ts';

/** How much one connection may say: so much at once, filled up again by the second. */
export class PacketRate {
  private left = PACKETS_AT_ONCE;
  private at = performance.now();

  /** False when it said too much. */
  take(): boolean {
    const now = performance.now();
    this.left = Math.min(PACKETS_AT_ONCE, this.left + ((now - this.at) / 1000) * PACKETS_A_SECOND);
    this.at = now;
    return --this.left >= 0;
  }
}
