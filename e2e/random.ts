/** Chance that can be had again: the same seed makes the same choices, in the order in which they are asked for. */
export class Random {
  readonly seed: number;
  private state: number;

  constructor(seed = Number(process.env.SEED ?? Date.now() % 1_000_000)) {
    this.seed = seed;
    this.state = seed;
  }

  /** From 0 up to, and without, `end`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % 1_000_003) % end;
  }

  isOneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  between(from: number, to: number): number {
    return from + this.below(to - from);
  }

  oneOf<Thing>(things: readonly Thing[]): Thing {
    return things[this.below(things.length)]!;
  }
}
