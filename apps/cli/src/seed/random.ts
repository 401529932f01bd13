/** Numbers that look random and are the same for the same seed, so that two fillings can be compared. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** At least 0, less than 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number of `0..below-1`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: ArrayLike<T>): T {
    return from[this.below(from.length)]!;
  }

  /** Mostly near `median`, sometimes many times that: how long people write, and wait. */
  around(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(spread * normal);
  }
}

/** Picks `0..count-1`, where the n-th is picked 1/n as often as the first: a few are big, most are small. */
export class Zipf {
  private readonly cumulated: Float64Array;

  constructor(
    private readonly random: Random,
    count: number,
    exponent = 1,
  ) {
    this.cumulated = new Float64Array(count);
    let sum = 0;
    for (let rank = 0; rank < count; rank++) {
      sum += 1 / (rank + 1) ** exponent;
      this.cumulated[rank] = sum;
    }
  }

  pick(): number {
    const wanted = this.random.next() * this.cumulated.at(-1)!;
    let low = 0;
    let high = this.cumulated.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cumulated[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
