import type { WalPosition } from './replica.ts';

const KEPT_MS = 10_000;

/**
 * Where the primary stood, and when. A replica that has passed the note of a moment holds all that was committed
 * before it. Unlike the age of the last transaction that is right while nobody writes, and no clock but ours is
 * asked.
 */
export class PrimaryNotes {
  private notes: Array<{ at: number; wal: WalPosition }> = [];

  /** The primary stood at `wal` at `at`, or further. */
  add(at: number, wal: WalPosition): void {
    this.notes = [...this.notes.filter((note) => note.at > at - KEPT_MS), { at, wal }];
  }

  /** Whoever has come to `wal` holds everything up to that time; -infinity when that is not known. */
  heldUpTo(wal: WalPosition): number {
    return this.notes.findLast((note) => note.wal <= wal)?.at ?? Number.NEGATIVE_INFINITY;
  }
}
