import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Runs `step` whenever it is woken, and at least every `idleMs`; never twice at a time. A step that answers
 * true wants to go on at once; otherwise `restMs` pass before the next, so that what comes in the meantime is done
 * together. A step that fails is tried again after `retryMs`.
 */
export class Pace {
  private woken = false;
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = true;
  private readonly idleMs: number;
  private readonly retryMs: number;
  private readonly restMs: number;
  private endRest: (() => void) | null = null;
  /** Whoever wakes it may be in a transaction, or read from a replica: the step is not. */
  private readonly apart = AsyncLocalStorage.snapshot();

  constructor(
    private readonly step: () => Promise<boolean>,
    private readonly onError: (error: Error) => void,
    { idleMs = 1_000, retryMs = 250, restMs = 0 } = {},
  ) {
    this.idleMs = idleMs;
    this.retryMs = retryMs;
    this.restMs = restMs;
  }

  start(): void {
    this.stopped = false;
    this.wake();
  }

  wake(): void {
    this.woken = true;
    if (this.stopped || this.running) return;
    if (this.timer) clearTimeout(this.timer);
    this.running = this.apart(() => this.run()).finally(() => {
      this.running = null;
      if (this.stopped) return;
      if (this.woken) this.wake();
    });
  }

  /** Resolves when the step that is under way has ended; no other begins. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.endRest?.();
    await this.running;
  }

  private async run(): Promise<void> {
    let wait = this.idleMs;
    while (this.woken && !this.stopped) {
      this.woken = false;
      try {
        if (await this.step()) this.woken = true;
        else if (this.restMs > 0) await this.rest();
      } catch (error) {
        this.onError(error as Error);
        wait = this.retryMs;
      }
    }
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), wait);
  }

  private async rest(): Promise<void> {
    if (this.stopped) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((done) => {
      timer = setTimeout(done, this.restMs);
      this.endRest = done;
    });
    clearTimeout(timer);
    this.endRest = null;
  }
}
