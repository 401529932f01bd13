/** One direction of a connection: whatever is late keeps its place in the row. */
export class Lane {
  private readonly waiting: Array<{ due: number; step: () => void }> = [];
  private timer: NodeJS.Timeout | undefined;

  after(step: () => void, lateBy: number): void {
    if (lateBy === 0 && this.waiting.length === 0) {
      step();
      return;
    }
    this.waiting.push({ due: performance.now() + lateBy, step });
    this.timer ??= setTimeout(() => this.next(), lateBy);
  }

  private next(): void {
    this.timer = undefined;
    const now = performance.now();
    while (this.waiting[0] && this.waiting[0].due <= now) this.waiting.shift()!.step();
    const [first] = this.waiting;
    if (first) this.timer ??= setTimeout(() => this.next(), Math.max(1, first.due - now));
  }
}
