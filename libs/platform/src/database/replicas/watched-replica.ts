import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Pace } from '../../events/pace.ts';
import type { PrimaryNotes } from './primary-notes.ts';
import type { Replica, ReplicaState, WalPosition } from './replica.ts';

/** Further behind it is not asked: with the second that a log-in is remembered, access ends within two. */
const MOST_BEHIND_MS = 1_000;
const LOOK_EVERY_MS = 200;
/** While it lacks what this process has told its sockets already. */
const LOOK_SOON_MS = 25;

/** What is known of the primary. */
export interface Primary {
  /** Which cluster it is; empty as long as it was not asked. */
  system: string;
  readonly notes: PrimaryNotes;
}

/** What an answer must hold at least. */
export interface LeastKnown {
  /** Of the write-ahead log: what the reader has written. */
  wal: WalPosition;
  /** Of the event log: what the reader has seen. */
  seq: number;
}

/** A replica with what is known of it: how far it is, and whether it may be asked. */
export class WatchedReplica {
  private readonly log = new Logger('Replicas');
  private state: ReplicaState | null = null;
  private heldUpTo = Number.NEGATIVE_INFINITY;
  private wanted = 0;
  private complaint: string | null = null;
  private readonly pace = new Pace(
    () => this.look(),
    (error) => this.lost(error),
    { idleMs: LOOK_EVERY_MS, retryMs: LOOK_EVERY_MS, restMs: LOOK_SOON_MS },
  );

  constructor(
    readonly replica: Replica,
    private readonly primary: Primary,
  ) {}

  start(): void {
    this.pace.start();
  }

  async stop(): Promise<void> {
    this.replica.cutAll();
    await this.pace.stop();
  }

  /** Something was told that it should hold soon. */
  want(seq: number): void {
    this.wanted = seq;
    this.pace.wake();
  }

  /** A statement failed there: it is not asked before it has said how it is. */
  distrust(): void {
    this.state = null;
    this.pace.wake();
  }

  /** By so much it may be behind; infinite when nothing is known of it. */
  get lagMs(): number {
    return performance.now() - this.heldUpTo;
  }

  get head(): number {
    return this.state?.head ?? 0;
  }

  holds({ wal, seq }: LeastKnown): boolean {
    return (
      this.state !== null && this.lagMs <= MOST_BEHIND_MS && this.state.wal >= wal && this.state.head >= seq
    );
  }

  /** Answers true to look again at once. */
  private async look(): Promise<boolean> {
    if (!this.primary.system) return false;
    const state = await this.replica.state();
    const isOurs = state.follows && state.system === this.primary.system;
    if (isOurs) this.heldUpTo = Math.max(this.heldUpTo, this.primary.notes.heldUpTo(state.wal));
    this.state = isOurs ? state : null;
    this.say(this.whyNot(state));
    const nearly = isOurs && this.lagMs <= MOST_BEHIND_MS && state.head < this.wanted;
    if (nearly) await pause(LOOK_SOON_MS);
    return nearly;
  }

  private whyNot({ follows, system }: ReplicaState): string | null {
    if (system !== this.primary.system) return 'it is a copy of another database';
    if (!follows) return 'it follows no primary';
    return this.lagMs <= MOST_BEHIND_MS ? null : 'it is more than a second behind';
  }

  /** Whoever waits for it is not kept waiting. */
  private lost(error: Error): void {
    this.state = null;
    this.replica.cutAll();
    this.say(`it does not answer (${error.message})`);
  }

  private say(complaint: string | null): void {
    if (complaint === this.complaint) return;
    if (complaint) this.log.warn(`The replica ${this.replica.name} is not asked: ${complaint}.`);
    else this.log.log(`The replica ${this.replica.name} is asked again.`);
    this.complaint = complaint;
  }
}
